/** The year of the calendar, whatever the year: what usually opens and closes in each month, and the days that were read. */
import { formatDate, MONTHS } from '#domain/date-words.ts';
import { capitalised } from '#domain/french.ts';
import type { OpportunityRecord } from '../search/questions.ts';

/** What a call does in a month of the calendar: true on any day. */
export interface CalendarLine {
  record: OpportunityRecord;
  /** `s’ouvre d’habitude`, `clôture connue : 8 décembre 2027` */
  said: string;
}

/** The months that hold something, from January on. */
export function calendarYear(records: readonly OpportunityRecord[]): { month: string; lines: CalendarLine[] }[] {
  const dated = records.filter(({ rhythm }) => rhythm !== 'permanent');
  return Object.entries(MONTHS)
    .map(([number, month]) => ({
      month,
      lines: dated
        .map((record) => ({ record, said: capitalised(saidIn(record, number).join(', ')) }))
        .filter(({ said }) => said !== ''),
    }))
    .filter(({ lines }) => lines.length > 0);
}

function saidIn({ windows, usualMonths: { opens, closes } }: OpportunityRecord, number: string): string[] {
  const latest = [...windows].sort((a, b) => endOf(b).localeCompare(endOf(a)))[0];
  const isIn = (day: string | undefined): day is string =>
    day !== undefined && Number(day.slice(5, 7)) === Number(number);
  return [
    opens.includes(number) && 's’ouvre d’habitude',
    closes.includes(number) && 'se clôt d’habitude',
    isIn(latest?.opensOn) && `ouverture lue\u00a0: ${formatDate(latest.opensOn)}`,
    isIn(latest?.closesOn) && `clôture lue\u00a0: ${formatDate(latest.closesOn)}`,
  ].filter((each) => each !== false);
}

const endOf = ({ opensOn, closesOn }: OpportunityRecord['windows'][number]): string => closesOn ?? opensOn ?? '';
