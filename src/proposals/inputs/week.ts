import { DAYS_OF_WEEK, type Weekday } from '#domain/days.ts';
import type { WeeklySlot, Service, SlotKind } from '#domain/opening.ts';

/** A column of the week as it is ticked: meals by their service, and when one comes to cook. */
export interface Moment {
  /** « On mange le midi » */
  legend: string;
  kind: SlotKind;
  service: Service | undefined;
}

export const MOMENTS: readonly Moment[] = [
  { legend: 'On mange le midi', kind: 'meal', service: 'lunch' },
  { legend: 'On mange le soir', kind: 'meal', service: 'dinner' },
  { legend: 'On vient cuisiner', kind: 'cook', service: undefined },
  { legend: 'Brunch', kind: 'meal', service: 'brunch' },
  { legend: 'L’après-midi', kind: 'meal', service: 'afternoon' },
];

/** A meal that says its hour alone is at the service that one sits down to then. */
const serviceAt = (opens: string): Service => (opens < '15:00' ? 'lunch' : opens < '18:00' ? 'afternoon' : 'dinner');

const serviceOf = ({ service, opens }: WeeklySlot): Service =>
  service ?? (opens === undefined ? 'lunch' : serviceAt(opens));

const isAt = (slot: WeeklySlot, { kind, service }: Moment): boolean =>
  slot.kind === kind && (kind === 'cook' || serviceOf(slot) === service);

/** Days of the week, then the slots of days that nobody wrote. */
export type Row = Weekday | '';
export const ROWS: readonly Row[] = [...DAYS_OF_WEEK, ''];

/** The slots of a moment by day: those that one may untick. */
export const slotsAt = (slots: readonly WeeklySlot[], moment: Moment, row: Row): WeeklySlot[] =>
  slots.filter((slot) => (slot.day ?? '') === row && isAt(slot, moment));

/** The hours that all slots of a moment have; undefined when they differ, or when nobody wrote them. */
export function hoursAt(
  slots: readonly WeeklySlot[],
  moment: Moment,
): { opens: string | undefined; closes: string | undefined } {
  const all = slots.filter((slot) => isAt(slot, moment));
  const same = (part: 'opens' | 'closes') =>
    all.every((slot) => slot[part] === all[0]?.[part]) ? all[0]?.[part] : undefined;
  return { opens: same('opens'), closes: same('closes') };
}
