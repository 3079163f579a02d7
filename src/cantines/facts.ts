import type { CollectionEntry } from 'astro:content';
import type { ListedCantine } from './finder/cantine-finder.ts';
import { holidayZoneOf } from '#domain/holidays.ts';
import type { Timetable } from '#domain/opening.ts';
import { territoryOf } from '#places/territories.ts';
import { pointOf } from '#places/point.ts';
import { trustedSince } from './said.ts';

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

/** What the list writes of a cantine for the finder. */
export function recordOf(entry: CantineEntry): ListedCantine {
  const { title, status, commune, address, booking, accessibility, diets } = entry.data;
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
      hours: trustedSince(entry.data, 'openingHours'),
      booking: trustedSince(entry.data, 'booking'),
      accessibility: trustedSince(entry.data, 'accessibility'),
      menu: trustedSince(entry.data, 'diets'),
    },
  };
}
