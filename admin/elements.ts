import { typeset } from '#domain/typography.ts';

/** Makes an element with its text or children; nothing of them is read as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

export function button(text: string, act: () => void): HTMLButtonElement {
  const made = element('button', '', text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

/** A sentence, with its typography. */
export const paragraph = (sentence: string): HTMLParagraphElement => element('p', '', typeset(sentence));

/** A control of a form under its name. */
export const field = (name: string, control: HTMLElement): HTMLLabelElement =>
  element('label', 'cms-field', element('span', '', typeset(name)), control);

/** A choice among labels; the first is chosen. */
export function choice(name: string, options: readonly (readonly [value: string, label: string])[]): HTMLSelectElement {
  const select = element('select', '', ...options.map(([value, label]) => new Option(typeset(label), value)));
  select.name = name;
  return select;
}
