import { isRough } from '#domain/location.ts';
import { joinWords } from '#domain/french.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { CANTINE_STATUS } from '#schemas/cantines.ts';
import type { CantinePlace } from './marks.ts';

/** How a cantine is called on the map: « Lyon Vaise », « Antony, en préparation ». */
export function markName({ title, status }: Pick<CantinePlace, 'title' | 'status'>): string {
  return status === 'open' ? title : `${title}, ${CANTINE_STATUS[status].toLowerCase()}`;
}

/** What a map owes to its reader about where its marks stand; undefined when all stand at their door. */
export function roughNote(places: readonly Pick<CantinePlace, 'title' | 'precision'>[]): string | undefined {
  const rough = places.filter(isRough);
  if (rough.length === 0) return undefined;
  const where = 'au milieu de la commune ou du quartier';
  if (rough.length === places.length) return `Chaque cantine est placée ${where}, pas à l’adresse exacte.`;
  const named = rough.length > 5 ? count(rough.length, 'cantine') : joinWords(rough.map(({ title }) => title));
  return typeset(`${rough.length > 1 ? 'Placées' : 'Placée'} ${where} : ${named}.`);
}

/** « 12 cantines, dont Lyon Vaise et Lyon Perrache ». */
export const groupName = (places: readonly Pick<CantinePlace, 'title'>[]): string =>
  `${count(places.length, 'cantine')}, dont ${joinWords(places.slice(0, 2).map(({ title }) => title))}`;

/** The colours of a mark: full when the table is laid, the dye around the bare linen when it is not. */
export function inkOf({ status, nappe }: Pick<CantinePlace, 'status' | 'nappe'>): { fill: string; color: string } {
  const laid = status === 'open' || status === 'paused';
  return laid ? { fill: nappe.colour, color: nappe.ground } : { fill: nappe.ground, color: nappe.colour };
}
