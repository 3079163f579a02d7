/**
 * What is done within a page. Each function is sent as its text: it knows only its arguments, and `seen`.
 */

/** A selector, or the one of those that it selects whose accessible name holds these words. */
export interface Target {
  css: string;
  named?: string;
}

export type Seen = (target: Target) => (HTMLElement | SVGElement)[];

/** The elements that are shown, in their order. */
function seen({ css, named }: Target): (HTMLElement | SVGElement)[] {
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element) => {
    const label = element.getAttribute('aria-label');
    if (label !== null) return label;
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const by: (Element | null)[] = ids.map((id) => document.getElementById(id));
    if ('labels' in element) by.push(...((element.labels as NodeListOf<HTMLLabelElement> | null) ?? []));
    return by.length > 0 ? by.map((each) => each?.textContent).join(' ') : element.textContent;
  };
  // WebKit gives `:focus` to an active window alone, and no window manager makes one active.
  const { activeElement: active } = document;
  const all =
    css === ':focus' && active instanceof HTMLElement
      ? [active]
      : [...document.querySelectorAll<HTMLElement | SVGElement>(css)];
  return all.filter((element) => {
    if (element.getClientRects().length === 0 || getComputedStyle(element).visibility === 'hidden') return false;
    return named === undefined || plain(nameOf(element)).includes(plain(named));
  });
}

/** What is read of each, on one line. A drawing has no `innerText`, and what is not yet laid out an empty one. */
export const texts = (all: Seen, target: Target): string[] =>
  all(target).map((element) => {
    const shown = 'innerText' in element ? element.innerText : '';
    return (shown || element.textContent).replace(/\s+/g, ' ').trim();
  });

export const values = (all: Seen, target: Target): string[] =>
  all(target).map((element) => ('value' in element ? String(element.value) : ''));

/**
 * The middle of the first, once a click there would be for it; undefined when there is none, or it had to be brought
 * into view, or moves: cards are measured when they are first drawn, and push what follows them.
 */
export async function middle(all: Seen, target: Target): Promise<[number, number] | undefined> {
  const [element] = all(target);
  if (!element) return undefined;
  const place = (): [number, number] => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const frame = () => new Promise(requestAnimationFrame);
  const [x, y] = place();
  const there = document.elementFromPoint(x, y);
  if (!there || !(element.contains(there) || there.contains(element))) {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    return undefined;
  }
  await frame();
  await frame();
  return String(place()) === String([x, y]) ? [x, y] : undefined;
}

/** Gives the first the focus, and selects what it holds; whether it has it. */
export function focus(all: Seen, target: Target): boolean {
  const [element] = all(target);
  element?.focus();
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select();
  return element !== undefined && document.activeElement === element;
}

/** Chooses among the options of the first by their words, as a visitor does; whether it is there. */
export function choose(all: Seen, target: Target, words: string): boolean {
  const [element] = all(target);
  if (!(element instanceof HTMLSelectElement)) return false;
  const option = [...element.options].find(({ text }) => text.replace(/\s+/g, ' ').startsWith(words));
  if (!option) return false;
  element.value = option.value;
  for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
  return true;
}

/** The expression that does it in a page. */
export const expressionOf = <Arguments extends readonly unknown[]>(
  act: (all: Seen, ...args: Arguments) => unknown,
  ...args: Arguments
): string => `(${act.toString()})(${[seen.toString(), ...args.map((arg) => JSON.stringify(arg))].join(', ')})`;
