import { entryPath } from '#content/routes.ts';
import { formatDate, formatPeriod } from '#domain/date-words.ts';
import { reportAbout } from '#forms/error-report.ts';
import { sayAmounts } from '../amount-words.ts';
import type { Opportunity } from '#schemas/opportunities.ts';

/** A `mailto:` message to those who keep the watch, with what the fiche says today. */
export function changeReport(to: string, slug: string, opportunity: Opportunity, siteUrl: string): string {
  const { title, windows, amounts, officialUrl, verifiedOn } = opportunity;
  const last = windows.map(({ opensOn, closesOn }) => formatPeriod(opensOn, closesOn)).at(-1);
  const fact = (label: string, value: string | undefined) => `– ${label}\u00a0: ${value ?? 'à compléter'}`;
  return reportAbout(to, title, siteUrl + entryPath('opportunities', slug), [
    fact('Dernière période connue', last),
    fact('Montants', sayAmounts(amounts)),
    fact('Page officielle', officialUrl),
    fact('Vérifié le', verifiedOn && formatDate(verifiedOn)),
  ]);
}
