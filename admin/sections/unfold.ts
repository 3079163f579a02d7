/** The class of the heading of a section. */
export const HEADING = 'cms-section';

/** The heading that folds a field of a form; undefined for one that is never folded. */
const headingOf = (box: Element): Element | undefined => {
  let above = box.previousElementSibling;
  while (above && !above.classList.contains(HEADING)) above = above.previousElementSibling;
  return above ?? undefined;
};

/** Unfolds the section that hides a field, or something in it. */
export function unfoldSection(part: Element): void {
  const box = part.closest('[data-section]');
  if (box instanceof HTMLElement && box.hidden) headingOf(box)?.querySelector('button')?.click();
}
