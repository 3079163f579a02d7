import type { Weekday } from '#domain/days.ts';
import { count } from '#domain/numbers.ts';
import { WEEKDAYS } from '#domain/weekdays.ts';
import { askForm } from '../dialog.ts';
import { element } from '../elements.ts';
import { DAYS, type DraftSlot } from './week-slots.ts';

/** Asks on which days the slots of one are copied; none when it is left. */
export async function askDays(from: Weekday, slots: readonly DraftSlot[]): Promise<Weekday[]> {
  const boxes = DAYS.filter((day) => day !== from).map((day) => {
    const box = element('input', '');
    Object.assign(box, { type: 'checkbox', name: 'day', value: day });
    const there = slots.filter((slot) => slot['day'] === day).length;
    const replaced = there > 0 ? ` (remplace ${count(there, 'créneau', 'créneaux')})` : '';
    return element('label', '', box, element('span', '', WEEKDAYS[day] + replaced));
  });
  const list = element('div', 'cms-choices', ...boxes);
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', 'Jours');
  let days: Weekday[] = [];
  await askForm({
    title: `Copier ${WEEKDAYS[from].toLowerCase()} sur…`,
    content: [list],
    accept: 'Copier',
    send: (answers) => {
      days = DAYS.filter((day) => answers.getAll('day').includes(day));
    },
  });
  return days;
}
