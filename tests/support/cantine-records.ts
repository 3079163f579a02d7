import type { CantineRecord } from '#cantines/finder/finder.ts';
import { pointOf } from '#places/point.ts';
import { networkEntries } from './network.ts';

/** The cantines of the frozen network as the finder has them, without what they answer. */
export const networkRecords = (): CantineRecord[] =>
  networkEntries('cantines').map(({ id, data }) => ({
    slug: id,
    title: data.title,
    status: data.status,
    point: pointOf(data),
    commune: data.commune,
    postalCode: data.address.postalCode,
    timetable: {
      timezone: data.timezone,
      slots: [],
      exceptions: [],
      publicHolidays: 'unknown',
      holidayZone: 'metropole',
    },
    cookBooking: 'unknown',
    eatBooking: 'unknown',
    stepFree: 'unknown',
    wheelchairToilet: 'unknown',
    diets: [],
    asOf: {},
  }));
