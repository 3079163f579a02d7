import { dayInFrance } from '#domain/days.ts';
import { instantOf } from '#domain/zones.ts';
import type { Change } from '../changes/changes.ts';
import type { LoggedChange } from '../changes/log.ts';
import type { ToldOpportunity } from './words.ts';

/** Something that happened to an opportunity, as a feed tells it. */
export interface ToldChange {
  /** What distinguishes it in its feed, and never changes: the slug of the opportunity for its coming. */
  slug: string;
  told: ToldOpportunity;
  change: Change;
  /** Milliseconds since 1970: the beginning of its day in France, whatever was corrected in it since. */
  changedAt: number;
}

/**
 * What happened to opportunities until a day, that day included. What the log does not know, in a trial without Git or
 * before its first commit, came when it was last written.
 * @param today `YYYY-MM-DD`, in France
 */
export function toldChanges(
  opportunities: readonly ToldOpportunity[],
  log: readonly LoggedChange[],
  today: string,
): ToldChange[] {
  const bySlug = Map.groupBy(log, ({ slug }) => slug);
  return opportunities.flatMap((told) => {
    const known = bySlug.get(told.slug) ?? [comingOf(told)];
    return known
      .filter(({ change }) => change.on <= today)
      .map(({ id, change }) => ({
        slug: id,
        told,
        change,
        changedAt: instantOf(`${change.on}T00:00`, 'Europe/Paris'),
      }));
  });
}

const comingOf = ({ slug, revision }: ToldOpportunity): Pick<LoggedChange, 'id' | 'change'> => ({
  id: slug,
  change: { on: dayInFrance(new Date(revision.changedAt)), kind: 'new' },
});
