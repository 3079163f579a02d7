import { formatOf, formatWhen } from '#domain/date-words.ts';
import { factDate, type FactDate } from '#domain/fact-date.ts';
import type { Opportunity } from '#schemas/opportunities.ts';

/**
 * How old what an opportunity says is: never later than the day on which it was read. Undefined without a source that
 * is dated.
 */
export function readDate(opportunity: Pick<Opportunity, 'verifiedOn' | 'sources' | 'windows'>): FactDate | undefined {
  const fact = factDate(opportunity);
  if (fact?.of !== 'campaign') return fact;
  const source = factDate({ ...opportunity, windows: [] });
  // A campaign to come is as old as the page that announces it.
  return source === undefined || source.date <= fact.date ? source : fact;
}

/** What was read, and when: `D’après la campagne de 2021`, `Lu le 20 novembre 2026`. */
export function sayRead({ date, of }: FactDate): string {
  switch (of) {
    case 'check':
      return `Confirmé ${formatWhen(date)}`;
    case 'campaign':
      return `D’après la campagne de ${date.slice(0, 4)}`;
    case 'page':
      return `D’après une page ${formatOf(date)}`;
    case 'reading':
      return `Lu ${formatWhen(date)}`;
  }
}
