import type { Cantine } from '#schemas/cantines.ts';
import { confirmedOn } from '../said.ts';
import type { ConfirmedHours } from './share.ts';

/** The confirmed hours of the open cantines; examples, whose team is nobody, are no part of them. */
export function confirmedHours(cantines: readonly { data: Cantine }[]): ConfirmedHours {
  const open = cantines.filter(({ data }) => data.status === 'open' && !data.demo);
  return { open: open.length, days: open.flatMap(({ data }) => confirmedOn(data, 'openingHours') ?? []).toSorted() };
}
