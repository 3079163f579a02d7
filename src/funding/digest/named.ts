import { changesBySlug, type LoggedChange } from '../changes/log.ts';
import { sayAmounts } from '../amount-words.ts';
import { calendarOf } from '../freshness.ts';
import { opportunityName, type ToldOpportunity } from '../feeds/words.ts';
import type { NamedOpportunity } from './mail.ts';

interface Naming {
  /** Where what is withdrawn is told: an absolute address. */
  changesPage: string;
  /** The first day of an opportunity that the log does not know. */
  firstDay: (slug: string, read: readonly string[]) => string | undefined;
}

/** The opportunities as the digests name them, and those that were withdrawn. */
export function namedOpportunities(
  opportunities: readonly Omit<ToldOpportunity, 'reasons' | 'revision'>[],
  log: readonly LoggedChange[],
  { changesPage, firstDay }: Naming,
): NamedOpportunity[] {
  const bySlug = changesBySlug(log);
  const shown = opportunities.map(({ slug, opportunity, page, funder }) => {
    const changes = bySlug.get(slug) ?? [];
    const read = opportunity.sources.flatMap(({ readOn }) => readOn ?? []);
    return {
      title: opportunityName(opportunity),
      page,
      funder,
      amount: sayAmounts(opportunity.amounts),
      territory: opportunity.territory.name,
      firstSeen: changes.find(({ kind }) => kind === 'new')?.on ?? firstDay(slug, read),
      readOn: [...read, ...(opportunity.verifiedOn === undefined ? [] : [opportunity.verifiedOn])],
      calendar: calendarOf(opportunity),
      changes,
    };
  });
  const known = new Set(opportunities.map(({ slug }) => slug));
  const gone = Map.groupBy(
    log.filter(({ slug }) => !known.has(slug)),
    ({ slug }) => slug,
  );
  return [...shown, ...[...gone.values()].flatMap((changes) => withdrawnAs(changes, changesPage))];
}

/** What is no longer there is named by its title alone. */
function withdrawnAs(log: readonly LoggedChange[], page: string): NamedOpportunity[] {
  const [first] = log;
  if (first === undefined) return [];
  return [
    {
      title: first.title,
      page,
      funder: undefined,
      amount: undefined,
      territory: '',
      firstSeen: undefined,
      readOn: [],
      calendar: { rhythm: 'one-off', windows: [] },
      changes: log.map(({ change }) => change),
    },
  ];
}
