import type { Revision } from '#content/history.ts';
import { AUDIENCES } from '#domain/audience.ts';
import { formatDate, formatMonths } from '#domain/french.ts';
import type { SaidReason } from '../matching/matching-words.ts';
import { typeset } from '#domain/typography.ts';
import { sayAmounts, sayShare } from '../amount-words.ts';
import { CONFIDENCE, OPPORTUNITY_KINDS, type Opportunity } from '#schemas/opportunities.ts';
import { labelled, plain } from '#feeds/plain.ts';

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

/** The last day on which someone confirmed an entry, or else read one of its sources. */
export const readDayOf = ({ verifiedOn, sources }: Pick<Opportunity, 'verifiedOn' | 'sources'>): string | undefined =>
  verifiedOn ??
  sources
    .flatMap(({ readOn }) => readOn ?? [])
    .toSorted()
    .at(-1);

/** The title of an opportunity, on one line. */
export const opportunityName = ({ title, demo }: Opportunity): string =>
  typeset(plain(`${title}${demo ? ' (Exemple)' : ''}`));

/** `du 2 juin 2025 au 15 septembre 2025`, `jusqu’au…`, `à partir du…` */
export function windowWords({ opensOn, closesOn, note }: Window): string {
  const days =
    opensOn && closesOn
      ? `du ${formatDate(opensOn)} au ${formatDate(closesOn)}`
      : closesOn
        ? `jusqu’au ${formatDate(closesOn)}`
        : `à partir du ${formatDate(opensOn ?? '')}`;
  return note === undefined ? days : `${days} (${note})`;
}

/** `d’habitude en décembre`: a habit, never a date. */
export const habitOf = ({ usualMonths }: Pick<Opportunity, 'usualMonths'>): string | undefined =>
  usualMonths.opens.length === 0 ? undefined : `d’habitude en ${formatMonths(usualMonths.opens)}, à confirmer`;

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
    labelled('Dépôt', windows.map(windowWords).join(' ; ')),
    labelled('S’ouvre', windows.length === 0 ? habitOf(opportunity) : undefined),
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
