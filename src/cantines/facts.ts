import type { CollectionEntry } from 'astro:content';
import type { ListedCantine } from './finder/cantine-finder.ts';
import { holidayZoneOf } from '#domain/holidays.ts';
import type { Timetable } from '#domain/opening.ts';
import { territoryOf } from '#places/territories.ts';
import { pointOf } from '#places/point.ts';

type CantineEntry = CollectionEntry<'cantines'>;

/** All that decides when a cantine is open. */
export function timetableOf({ data }: CantineEntry): Timetable {
  const { slots, publicHolidays } = data.openingHours;
  return {
    timezone: data.timezone,
    slots,
    exceptions: data.exceptions,
    publicHolidays,
    holidayZone: holidayZoneOf(territoryOf(data.commune ?? '')?.departement?.code, data.timezone),
  };
}

/** The later of two partial dates: a whole fiche that was verified confirms each of its facts. */
export const laterOf = (date: string | undefined, verifiedOn: string | undefined): string | undefined =>
  [date, verifiedOn]
    .filter((each) => each !== undefined)
    .toSorted()
    .at(-1);

/** What the list writes of a cantine for the finder. */
export function recordOf(entry: CantineEntry): ListedCantine {
  const { title, status, commune, address, booking, accessibility, diets, openingHours, verifiedOn } = entry.data;
  return {
    slug: entry.id,
    title,
    status,
    point: pointOf(entry.data),
    commune,
    postalCode: address.postalCode,
    cookBooking: booking.cook,
    eatBooking: booking.eat,
    stepFree: accessibility.stepFree,
    wheelchairToilet: accessibility.wheelchairToilet,
    diets,
    asOf: {
      hours: laterOf(openingHours.asOf, verifiedOn),
      booking: laterOf(booking.asOf, verifiedOn),
      accessibility: laterOf(accessibility.asOf, verifiedOn),
      menu: verifiedOn,
    },
  };
}
