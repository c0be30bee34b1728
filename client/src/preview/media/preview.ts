/** Runs inside the preview's page: shows what the extension sends, and tells it what the author chose. */
import type { FromPage, PageState, ToPage } from '../messages';
import { blocksIn } from './blocks';
import { scrollToLine } from './scroll';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: PageState): void };

const vscode = acquireVsCodeApi();
const report = required('report');
const status = required('status');
const blocks = blocksIn(report, prepare);
let version = -1;
let base = '';

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.kind) {
    case 'show':
      version = data.version;
      base = data.base;
      vscode.setState({ uri: data.uri });
      blocks.update(data.html);
      return say(data.status);
    case 'empty':
      blocks.update('');
      return say(data.status);
    case 'scroll':
      return scrollToLine(report, data.line);
  }
});

document.addEventListener('click', (event) => {
  // The end of a drag is a click too, but there the author wants the text, not its source.
  if (window.getSelection()?.isCollapsed === false) return;
  // A link within the report is followed by the page itself.
  if (event.target instanceof Element && event.target.closest('a[href]') !== null) return;
  choose(event.target);
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.target instanceof Element) || !event.target.matches('.blank')) return;
  event.preventDefault();
  choose(event.target);
});

vscode.postMessage({ kind: 'ready' });

function choose(target: EventTarget | null): void {
  const element = target instanceof Element ? target.closest('[data-start]') : null;
  if (element === null) return;
  const start = numberIn(element, 'data-start');
  if (start === undefined) return;
  // A whole paragraph should not be selected by a click in it: only what can be filled or corrected.
  const end = element.matches('.blank, .metric') ? numberIn(element, 'data-end') : undefined;
  vscode.postMessage({ kind: 'reveal', version, start, end });
}

function prepare(block: Element): void {
  for (const image of block.querySelectorAll('img')) {
    const source = image.getAttribute('src');
    if (source !== null && !/^[a-z][a-z\d+.-]*:/i.test(source)) image.src = base + source;
  }
  const label = document.body.dataset['blankLabel'] ?? '{0}';
  for (const blank of block.querySelectorAll('.blank')) {
    blank.setAttribute('tabindex', '0');
    blank.setAttribute('role', 'button');
    blank.setAttribute(
      'aria-label',
      label.replace('{0}', () => blank.textContent ?? ''),
    );
  }
}

function say(text: string): void {
  // Setting the same text again would have it read out again.
  if (status.textContent !== text) status.textContent = text;
}

function numberIn(element: Element, name: string): number | undefined {
  const text = element.getAttribute(name);
  return text === null || text === '' ? undefined : Number(text);
}

function required(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no element "${id}".`);
  return element;
}
