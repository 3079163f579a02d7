import { formatDate } from '#domain/date-words.ts';
import { cohortStart, type CohortDates } from './cohorts.ts';
import { typeset } from '#domain/typography.ts';

/** `Prochaine promotion : mars 2027, candidatures jusqu’au 15 janvier 2027`, typeset, since a script sets it. */
export function sayCohort(cohort: CohortDates): string {
  const { applyBy } = cohort;
  const deadline = applyBy ? `candidatures jusqu’au ${formatDate(applyBy)}` : 'date limite des candidatures à fixer';
  return typeset(`Prochaine promotion : ${formatDate(cohortStart(cohort))}, ${deadline}.`);
}
