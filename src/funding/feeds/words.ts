import type { Revision } from '#content/history.ts';
import { AUDIENCES } from '#domain/audience.ts';
import { formatDate } from '#domain/date-words.ts';
import { sayHabit, sayWindow } from '#domain/deadline-words.ts';
import type { SaidReason } from '../matching/matching-words.ts';
import { typeset } from '#domain/typography.ts';
import { readDayOf } from '../freshness.ts';
import { sayAmounts, sayShare } from '../amount-words.ts';
import { CONFIDENCE, OPPORTUNITY_KINDS, type Opportunity } from '#schemas/opportunities.ts';
import { labelled, plain, plainTitle } from '#feeds/plain.ts';

/** An opportunity of the watch with what its events and its news say besides its entry. */
export interface ToldOpportunity {
  slug: string;
  opportunity: Opportunity;
  /** Absolute address of its page. */
  page: string;
  funder: string | undefined;
  revision: Revision;
  /** Why it suits the one for whom the feed is made; empty in the others. */
  reasons: readonly SaidReason[];
}

export type Window = Opportunity['windows'][number];

/** The title of an opportunity, on one line. */
export const opportunityName = ({ title, demo }: Opportunity): string =>
  typeset(plainTitle(`${title}${demo ? ' (Exemple)' : ''}`));

/**
 * What there is to know of an opportunity, in lines of plain French; addresses stand last on their line.
 * @param window the window that is told, the others being left out; all of them without
 */
export function feedLines({ opportunity, funder, page, reasons }: ToldOpportunity, window?: Window): string[] {
  const { demo, summary, kind, coFunders, audience, territory, fundedShare, amounts, eligibility } = opportunity;
  const windows = window ? [window] : opportunity.windows;
  const read = readDayOf(opportunity);
  return [
    demo ? 'Exemple : ce financement est inventé pour montrer la page.' : undefined,
    summary,
    labelled('Dépôt', windows.map(sayWindow).join(' ; ')),
    labelled('Habitude', windows.length === 0 ? sayHabit(opportunity) : undefined),
    labelled('Type', OPPORTUNITY_KINDS[kind]),
    labelled('Financeur', [funder, coFunders].filter(Boolean).join(', avec ')),
    labelled('Montant', [sayAmounts(amounts), sayShare(fundedShare)].filter(Boolean).join(', ')),
    labelled('Précisions', amounts.note),
    labelled('Pour qui', audience.map((each) => AUDIENCES[each]).join(', ')),
    labelled('Territoire', territory.name),
    labelled('Conditions', eligibility.text),
    reasons.length === 0 ? undefined : `Pourquoi vous : ${reasons.map(({ words }) => words).join(' ')}`,
    labelled(opportunity.verifiedOn ? 'Vérifié' : 'Sources lues', read && `le ${formatDate(read)}`),
    labelled('Confiance', CONFIDENCE[opportunity.confidence]),
  ]
    .flatMap((line) => (line === undefined ? [] : typeset(plain(line))))
    .concat(labelled('Page officielle', opportunity.officialUrl) ?? [], labelled('Notre fiche', page) ?? []);
}
