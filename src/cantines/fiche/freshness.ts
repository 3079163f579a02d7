import { formatWhen } from '#domain/date-words.ts';
import { laterOf } from '../facts.ts';
import type { Cantine } from '#schemas/cantines.ts';

/** How old what a fiche says is. */
export interface Freshness {
  /** The fact, without its doubt: `Fiche confirmée en mars 2026`, `D’après ce qui a été publié de 2017 à 2024`. */
  known: string;
  /** The partial date that the doubt depends on: the oldest fact's; undefined when a fact has no date. */
  date: string | undefined;
}

/** The date of each group of facts that a fiche shows; undefined for a group that nobody has dated. */
function datesOf(cantine: Cantine): (string | undefined)[] {
  const { openingHours, address, contacts, booking, membership, price, capacity, accessibility } = cantine;
  const said = (...values: unknown[]) =>
    values.some((value) => value !== undefined && value !== 'unknown' && !(Array.isArray(value) && value.length === 0));
  const { stepFree, wheelchairToilet, seatedTasks, pushchair, hearingLoop } = accessibility;
  return [
    [cantine.statusAsOf !== undefined, cantine.statusAsOf],
    [said(openingHours.slots, openingHours.note), openingHours.asOf],
    [said(address.streetAddress, address.asOf), address.asOf],
    [said(contacts.telephone, contacts.email, contacts.website, contacts.booking), contacts.asOf],
    [said(booking.cook, booking.eat, booking.note), booking.asOf],
    [said(membership.required, membership.note), membership.asOf],
    [said(price.costPrice, price.note), price.asOf],
    [said(capacity.seats, capacity.cookingPlaces), capacity.asOf],
    [said(stepFree, wheelchairToilet, seatedTasks, pushchair, hearingLoop, accessibility.note), accessibility.asOf],
  ].flatMap(([shown, date]) => (shown ? [date as string | undefined] : []));
}

/** How old a fiche is, in one line for all that it says: confirmed as a whole, else from when to when it was published. */
export function freshnessOf(cantine: Cantine): Freshness {
  const { verifiedOn } = cantine;
  const dates = datesOf(cantine).map((date) => laterOf(date, verifiedOn));
  if (verifiedOn !== undefined && dates.every((date) => date === verifiedOn)) {
    return { known: `Fiche confirmée ${formatWhen(verifiedOn)}`, date: verifiedOn };
  }
  const dated = dates.filter((date) => date !== undefined).toSorted();
  const [oldest, newest] = [dated[0], dated.at(-1)];
  if (oldest === undefined || newest === undefined) return { known: 'Fiche à relire', date: undefined };
  const years = [oldest.slice(0, 4), newest.slice(0, 4)] as const;
  const published =
    oldest === newest ? formatWhen(oldest) : years[0] === years[1] ? `en ${years[0]}` : `de ${years[0]} à ${years[1]}`;
  const allDated = dated.length === dates.length || verifiedOn !== undefined;
  return {
    known: `D’après ce qui a été publié ${published}${allDated ? '' : ' ou sans date'}`,
    date: allDated ? (verifiedOn ?? oldest) : undefined,
  };
}
