import { formatDate, formatSince, formatWhen } from '#domain/date-words.ts';
import { typeset } from '#domain/typography.ts';
import { begunFrom, cohortStart, joinableUntil, type CohortDates } from './cohorts.ts';

/** `Prochaine promotion : mars 2027, candidatures jusqu’au 15 janvier 2027`, typeset, since a script sets it. */
export function sayCohort(cohort: CohortDates): string {
  const { applyBy } = cohort;
  const deadline = applyBy ? `candidatures jusqu’au ${formatDate(applyBy)}` : 'date limite des candidatures à fixer';
  return typeset(`Prochaine promotion : ${formatDate(cohortStart(cohort))}, ${deadline}.`);
}

/** What is true of a promotion before an instant, in milliseconds since 1970; the last one has no end. */
interface CohortPhase {
  until: number | undefined;
  words: string;
}

/** What is said of a promotion as time goes by: one may apply, one no longer may, it has begun. Typeset. */
export function cohortPhases(cohort: CohortDates): CohortPhase[] {
  const { applyBy, startsOn } = cohort;
  const start = `Début : ${formatSince(startsOn)}`;
  const toSend = applyBy ? `au plus tard le ${formatDate(applyBy)}` : 'avant une date qui reste à fixer';
  return [
    { until: joinableUntil(cohort), words: `${start} · Fiche-projet à envoyer ${toSend}` },
    { until: begunFrom(cohort), words: `${start} · On ne peut plus s’y joindre` },
    { until: undefined, words: `Elle a commencé ${formatWhen(startsOn)} : on ne peut plus s’y joindre` },
  ].map(({ until, words }) => ({ until, words: typeset(words) }));
}

/** What stays true of a promotion at any date, for a page without scripts. */
export const sayCohortDates = ({ applyBy, startsOn }: CohortDates): string =>
  `Début : ${formatSince(startsOn)} · Date limite des fiches-projet : ${applyBy ? formatDate(applyBy) : 'bientôt annoncée'}`;
