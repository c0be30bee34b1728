/** Scrolls the page after the editor, but only where the author would otherwise lose sight of the line. */

/** `line` is zero-based, as in the blocks' `data-line`. Does nothing where the line's block can be seen. */
export function scrollToLine(report: HTMLElement, line: number): void {
  let target: Element | undefined;
  for (const block of report.querySelectorAll('[data-line]')) {
    if (Number(block.getAttribute('data-line')) > line) break;
    target = block;
  }
  if (target === undefined) return window.scrollTo({ top: 0 });
  const { top, bottom } = target.getBoundingClientRect();
  const isVisible = bottom > 0 && top < window.innerHeight;
  if (!isVisible) target.scrollIntoView({ block: 'start' });
}
