/** Brings the report on the page up to date while touching only the blocks that changed. */
import { diffBlocks } from './blockDiff';

/** Attributes that say where in the text an element comes from; typing above an element changes them and nothing else. */
const places = ['data-start', 'data-end', 'data-line'];

export interface Blocks {
  /** Shows `html`. Blocks with the same content stay in place, and with them scroll position, focus and selection. */
  update(html: string): void;
}

/** `prepare` is called once for every element that comes into `container`, before it is shown. */
export function blocksIn(container: HTMLElement, prepare: (block: Element) => void): Blocks {
  let keys: readonly string[] = [];
  return {
    update(html) {
      // A template's content is inert: nothing in it is loaded or run before it is inserted.
      const template = document.createElement('template');
      template.innerHTML = html;
      const fresh = [...template.content.children];
      const freshKeys = fresh.map(contentKey);
      const old = [...container.children];
      const { start, end } = diffBlocks(keys, freshKeys);

      const freshMiddle = fresh.slice(start, fresh.length - end);
      freshMiddle.forEach(prepare);
      const anchor = old[old.length - end] ?? null;
      for (const block of old.slice(start, old.length - end)) block.remove();
      for (const block of freshMiddle) container.insertBefore(block, anchor);

      for (let index = 0; index < start; index++) copyPlaces(fresh[index], old[index]);
      for (let index = 1; index <= end; index++) copyPlaces(fresh[fresh.length - index], old[old.length - index]);
      keys = freshKeys;
    },
  };
}

function contentKey(block: Element): string {
  return block.outerHTML.replace(/ data-(?:start|end|line)="\d*"/g, '');
}

function copyPlaces(from: Element | undefined, to: Element | undefined): void {
  if (from === undefined || to === undefined) return;
  for (const name of places) {
    const value = from.getAttribute(name);
    if (value !== null && value !== to.getAttribute(name)) to.setAttribute(name, value);
  }
  // Equal keys mean equal structure, so the children correspond one to one.
  for (let index = 0; index < from.children.length; index++) copyPlaces(from.children[index], to.children[index]);
}
