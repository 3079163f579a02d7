/** What the inputs of a question hold, as their schema stores it: `Field.astro` writes them, nothing here knows a field. */

/** What holds parts, itself a question, a part of one, or an item of a list. */
const HOLDERS = '[data-question], [data-part], [data-item]';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export const controlsOf = (element: ParentNode): Control[] => [
  ...element.querySelectorAll<Control>('input, textarea, select'),
];

const nameOf = (part: HTMLElement): string => part.dataset['part'] ?? '';

/** The parts right below what holds them. */
export const partsIn = (holder: Element): HTMLElement[] =>
  [...holder.querySelectorAll<HTMLElement>('[data-part]')].filter(
    (part) => part.parentElement?.closest(HOLDERS) === holder,
  );

/** The items of a list. */
export const itemsOf = (list: Element): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-item]')];

/** Values by name; what is left empty is `null`. */
export const readParts = (holder: Element): Record<string, unknown> =>
  Object.fromEntries(partsIn(holder).map((part) => [nameOf(part), readPart(part)]));

/** The value of a part; `null` for one that says nothing. */
export function readPart(part: HTMLElement): unknown {
  const ticked = () => controlsOf(part).filter((control) => 'checked' in control && control.checked);
  switch (part.dataset['kind']) {
    case 'group':
      return readParts(part);
    case 'week':
      return readWeek(part);
    case 'list':
      return itemsOf(part)
        .map(readItem)
        .filter((item) => item !== null);
    case 'choices':
      return ticked().map(({ value }) => value);
    case 'choice':
      return ticked()[0]?.value ?? null;
    case 'boolean':
      return ticked().length > 0;
    case 'number': {
      const text = textIn(part).replace(',', '.');
      return text === '' ? null : Number(text);
    }
    default:
      return textIn(part) || null;
  }
}

const textIn = (part: HTMLElement): string => controlsOf(part)[0]?.value.trim() ?? '';

/** An item holds one part without a name: a value, or a group whose empty parts are left out. */
function readItem(item: HTMLElement): unknown {
  const [part] = partsIn(item);
  const value = part ? readPart(part) : null;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null);
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

interface Slot {
  day?: string | undefined;
  kind: string;
  service?: string | undefined;
  opens?: string | undefined;
  closes?: string | undefined;
}

/** The slots of the days that are ticked: those that were there as they were, but for an hour that was changed. */
function readWeek(part: HTMLElement): Slot[] {
  return [...part.querySelectorAll<HTMLElement>('[data-moment]')].flatMap((moment) => {
    const { moment: kind = 'meal', service } = moment.dataset;
    const hours = [...moment.querySelectorAll<HTMLInputElement>('[data-hour]')]
      .filter(({ value, dataset }) => value !== dataset['was'])
      .map(({ value, dataset }) => [dataset['hour'] ?? '', value || undefined] as const);
    const shared = [...moment.querySelectorAll<HTMLInputElement>('[data-hour]')].flatMap(({ value, dataset }) =>
      value === '' ? [] : [[dataset['hour'] ?? '', value] as const],
    );
    return [...moment.querySelectorAll<HTMLInputElement>('[type="checkbox"]')]
      .filter(({ checked }) => checked)
      .flatMap(({ value, dataset }): Slot[] => {
        const kept = dataset['kept'];
        if (kept !== undefined) {
          return (JSON.parse(kept) as Slot[]).map((slot) => whole({ ...slot, ...Object.fromEntries(hours) }));
        }
        return [whole({ day: value, kind, service, ...Object.fromEntries(shared) })];
      });
  });
}

/** Without the parts that say nothing. */
const whole = (slot: Slot): Slot =>
  Object.fromEntries(
    Object.entries(slot).filter(([, value]) => value !== undefined && value !== ''),
  ) as unknown as Slot;

/** What changed between two readings of a question: the parts that differ. */
export function changedIn(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );
}

/** What the controls of a question hold, and how many items its lists have: to find them so again. */
export interface Snapshot {
  items: number[];
  values: (string | boolean)[];
}

const listsIn = (question: Element) => [...question.querySelectorAll<HTMLElement>('[data-kind="list"]')];
const isTick = (control: Control): control is HTMLInputElement => /checkbox|radio/.test(control.type);

export const snapshotOf = (question: Element): Snapshot => ({
  items: listsIn(question).map((list) => itemsOf(list).length),
  values: controlsOf(question).map((control) => (isTick(control) ? control.checked : control.value)),
});

/** Puts back what the controls held; nothing when the page asks otherwise now. */
export function restore(question: Element, { items, values }: Snapshot): void {
  for (const [index, list] of listsIn(question).entries()) {
    const many = items[index] ?? 0;
    while (itemsOf(list).length > many) itemsOf(list).at(-1)?.remove();
    while (itemsOf(list).length < many) addItem(list);
  }
  const controls = controlsOf(question);
  if (controls.length !== values.length) return;
  for (const [index, control] of controls.entries()) {
    const value = values[index];
    if (isTick(control)) control.checked = value === true;
    else control.value = String(value);
  }
}

let made = 0;

/** One more item at the end of a list, from its template. @returns it */
export function addItem(list: HTMLElement): HTMLElement | undefined {
  const template = list.querySelector('template');
  if (!template) return undefined;
  const copy = document.importNode(template.content, true);
  made += 1;
  for (const element of copy.querySelectorAll('[id], [for], [name], [aria-describedby]')) {
    for (const attribute of ['id', 'for', 'name', 'aria-describedby']) {
      const value = element.getAttribute(attribute);
      if (value !== null) element.setAttribute(attribute, value.replaceAll('-N', `-n${made}`));
    }
  }
  const item = copy.querySelector<HTMLElement>('[data-item]') ?? undefined;
  template.before(copy);
  return item;
}
