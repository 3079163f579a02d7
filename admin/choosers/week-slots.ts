import type { Weekday } from '#domain/days.ts';
import { WEEKDAYS } from '#domain/weekdays.ts';
import { cantines, SLOT_KINDS, type Slot } from '#schemas/cantines.ts';
import { metaAt } from '#schemas/kit/index.ts';

export const DAYS = Object.keys(WEEKDAYS) as Weekday[];
/** A row of the week; the empty one is of what takes place on days that nobody knows. */
export type Row = Weekday | '';
export const ROWS: readonly Row[] = [...DAYS, ''];
export type Kind = keyof typeof SLOT_KINDS;
export const KINDS = Object.keys(SLOT_KINDS) as Kind[];

/** A slot as a form holds it: a part may be missing, or be no such thing. */
export type DraftSlot = Readonly<Record<string, unknown>>;

/** The parts of a slot, in the order in which a file has them. */
export const PARTS = ['day', 'kind', 'service', 'opens', 'closes'] as const satisfies readonly (keyof Slot)[];

/** The row of a slot; a day that no week has is in none. */
export const rowOf = ({ day }: DraftSlot): Row => (day === undefined || day === null ? '' : (day as Row));

/** Whether a slot has its cell in the week. */
export const isPlaced = (slot: DraftSlot): boolean =>
  ROWS.includes(rowOf(slot)) && KINDS.includes(slot['kind'] as Kind);

/**
 * The time of the day that a French hand writes: `9h30`, `9 h 30`, `9:30`, `12 h`, `930`, `midi`.
 * @returns `09:30`; the text itself when it is none, so that it stays in the field
 */
export function readTime(text: string): string {
  const plain = text.trim().toLowerCase();
  if (plain === 'midi') return '12:00';
  if (plain === 'minuit') return '00:00';
  const [, hours, minutes = '00'] = /^(\d{1,2})\s*(?:(?:h|:|\.|heures?)\s*)?(\d{2})?$/.exec(plain) ?? [];
  if (hours === undefined || Number(minutes) > 59) return text.trim();
  // « 22 h – 24 h » ends at midnight.
  if (Number(hours) === 24 && minutes === '00') return '00:00';
  return Number(hours) > 23 ? text.trim() : `${hours.padStart(2, '0')}:${minutes}`;
}

function rank(slot: DraftSlot): [number, number, string] {
  const { kind, opens } = slot;
  // Without its hour, after those of its cell.
  const hour = typeof opens === 'string' && opens !== '' ? opens : '~';
  return [ROWS.indexOf(rowOf(slot)), KINDS.indexOf(kind as Kind), hour];
}

function precedes(one: DraftSlot, other: DraftSlot): boolean {
  const [a, b] = [rank(one), rank(other)];
  if (a[0] !== b[0]) return a[0] < b[0];
  return a[1] === b[1] ? a[2] <= b[2] : a[1] < b[1];
}

/** Where a slot goes among others, whose order stays: after the last that comes before it in the week. */
export const placeOf = (slots: readonly DraftSlot[], added: DraftSlot): number =>
  slots.findLastIndex((slot) => isPlaced(slot) && precedes(slot, added)) + 1;

/** A list that was changed: each item is a new slot, or the index of one that stays. */
export type Changed = readonly (DraftSlot | number)[];

/** The slots of a day on others, in their order, in place of what these had. */
export function copied(slots: readonly DraftSlot[], from: Weekday, to: readonly Weekday[]): Changed {
  const days = to.filter((day) => day !== from);
  const sources = slots.filter((slot) => slot['day'] === from);
  let list = slots.flatMap((slot, index) => (days.includes(slot['day'] as Weekday) ? [] : [{ slot, kept: index }]));
  for (const day of days) {
    const at = placeOf(
      list.map(({ slot }) => slot),
      { day, kind: KINDS[0], opens: '00:00' },
    );
    list = list.toSpliced(at, 0, ...sources.map((source) => ({ slot: { ...source, day }, kept: -1 })));
  }
  return list.map(({ slot, kept }) => (kept < 0 ? slot : kept));
}

const slots = metaAt(cantines.fields, ['openingHours', 'slots']);

/** What is wrong in a slot, by the part where it is told: the sentences of its schema. */
export function wrongIn(slot: DraftSlot): Readonly<Partial<Record<string, string>>> {
  const result = slots?.kind === 'list' ? slots.item.safeParse(slot) : undefined;
  const issues = result?.error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message]));
}
