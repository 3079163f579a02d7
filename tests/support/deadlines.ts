import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { ToldOpportunity } from '#funding/feeds/words.ts';
import { opportunities, type Opportunity } from '#schemas/opportunities.ts';
import { entryOf } from './entries.ts';

/** A deadline as a calendar program reads it: days as `YYYY-MM-DD`, alarms in milliseconds since 1970. */
export interface ReadDeadline {
  uid: string;
  sequence: number;
  day: string;
  summary: string;
  description: string;
  alarms: number[];
  /** `TENTATIVE` for a usual month. */
  status: string;
}

export const opportunity = (changes: Readonly<Record<string, unknown>> = {}): Opportunity =>
  opportunities.schema.parse(entryOf('opportunities', changes));

export const toldOpportunity = (given: Partial<ToldOpportunity> = {}): ToldOpportunity => ({
  slug: 'un-appel',
  opportunity: opportunity(),
  page: 'https://exemple.org/financements/un-appel/',
  funder: 'Une fondation',
  revision: { changedAt: Date.parse('2026-12-01T10:00:00Z'), sequence: 3 },
  reasons: [],
  ...given,
});

/** The deadlines as ical.js reads them. */
export function deadlinesByIcalJs(text: string): ReadDeadline[] {
  return ICAL.Component.fromString(text)
    .getAllSubcomponents('vevent')
    .map((event) => {
      const words = (name: string) => String(event.getFirstPropertyValue(name));
      const start = event.getFirstPropertyValue('dtstart');
      if (!(start instanceof ICAL.Time) || !start.isDate) throw new Error('DTSTART is not a day.');
      return {
        uid: words('uid'),
        sequence: Number(event.getFirstPropertyValue('sequence')),
        day: start.toString(),
        summary: words('summary'),
        description: words('description'),
        status: words('status'),
        alarms: event.getAllSubcomponents('valarm').map((alarm) => {
          const trigger = alarm.getFirstPropertyValue('trigger');
          return trigger instanceof ICAL.Time ? trigger.toJSDate().getTime() : NaN;
        }),
      };
    });
}

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'val' in value ? textOf(value.val) : String(value);

/** `20270306T080000Z`, as node-ical leaves an absolute trigger. */
function instantOfTrigger(trigger: unknown): number {
  if (trigger instanceof Date) return trigger.getTime();
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(textOf(trigger));
  const [year = NaN, month = NaN, day, hour, minute, second] = (found ?? []).slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The deadlines as node-ical reads them. */
export function deadlinesByNodeIcal(text: string): ReadDeadline[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return [];
    const { start } = event;
    // A day is midnight in the zone of the machine.
    const [year, month, day] = [start.getFullYear(), start.getMonth(), start.getDate()];
    return {
      uid: event.uid,
      sequence: Number(event.sequence),
      day: new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10),
      summary: textOf(event.summary),
      description: textOf(event.description),
      status: textOf(event.status),
      alarms: (event.alarms ?? []).map(({ trigger }) => instantOfTrigger(trigger)),
    };
  });
}
