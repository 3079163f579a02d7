import type { Revision } from '#content/history.ts';
import { AUDIENCES } from '#domain/audience.ts';
import { formatDate, formatMonth, formatWhen } from '#domain/date-words.ts';
import { sayHabit, sayWindow } from '#domain/deadline-words.ts';
import { isToReconfirm } from '#domain/deadlines.ts';
import { factDate } from '#domain/fact-date.ts';
import type { SaidReason } from '../matching/matching-words.ts';
import { typeset } from '#domain/typography.ts';
import { readDayOf } from '../freshness.ts';
import { sayAmounts, sayShare } from '../amount-words.ts';
import { CONFIDENCE, OPPORTUNITY_KINDS, RHYTHMS, type Opportunity } from '#schemas/opportunities.ts';
import { labelled, plain, plainTitle } from '#feeds/plain.ts';
import type { Moment } from './moments.ts';

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

/** How sure a habit is: `à confirmer`, or `vu en 2021, à reconfirmer` once it is too old to be relied upon. */
function sureness(opportunity: Opportunity, today: string): string {
  const asOf = factDate(opportunity)?.date;
  return asOf !== undefined && isToReconfirm(asOf, today) ? `vu en ${asOf.slice(0, 4)}, à reconfirmer` : 'à confirmer';
}

/** What an event is called: `Clôt : FDVA`, `D’habitude, s’ouvre en décembre : FDVA (à confirmer)`. */
export function momentTitle(opportunity: Opportunity, { what, day, isUsual }: Moment<Window>, today: string): string {
  const name = opportunityName(opportunity);
  if (!isUsual) return `${what === 'opens' ? 'Ouvre' : 'Clôt'}\u00a0: ${name}`;
  const habit = `D’habitude, ${what === 'opens' ? 's’ouvre' : 'se clôt'} en ${formatMonth(day)}`;
  return `${habit}\u00a0: ${name} (${sureness(opportunity, today)})`;
}

/** What an event says besides its title: an announced day with its window, a habit as such. */
export function momentLines(told: ToldOpportunity, moment: Moment<Window>, today: string): string[] {
  const { opportunity } = told;
  if (!moment.isUsual) return feedLines(told, [labelled('Dépôt', moment.window && sayWindow(moment.window))]);
  const asOf = factDate(opportunity)?.date;
  return feedLines(told, [
    `Ce mois est une habitude (${sureness(opportunity, today)}), pas une date annoncée : regardez la page officielle, ou demandez au financeur, avant de compter dessus.`,
    labelled('Habitude', sayHabit(opportunity)),
    labelled('Déjà annoncé', moment.window && sayWindow(moment.window)),
    labelled('Vu', asOf && formatWhen(asOf)),
    'Dans un agenda auquel vous êtes abonné, cet événement se place à sa date dès qu’elle est annoncée.',
  ]);
}

/** What is said of all its dates. */
const allDates = ({ windows, usualMonths, rhythm }: Opportunity): (string | undefined)[] => [
  labelled('Dépôt', windows.map(sayWindow).join(' ; ')),
  labelled('Habitude', windows.length === 0 ? sayHabit({ usualMonths }) : undefined),
  labelled('Rythme', rhythm === 'recurring' ? RHYTHMS.recurring : undefined),
];

/**
 * What there is to know of an opportunity, in lines of plain French; addresses stand last on their line.
 * @param dates what is said of its dates
 */
export function feedLines(told: ToldOpportunity, dates = allDates(told.opportunity)): string[] {
  const { opportunity, funder, page, reasons } = told;
  const { demo, summary, kind, coFunders, audience, territory, amounts, eligibility } = opportunity;
  const read = readDayOf(opportunity);
  return [
    demo ? 'Exemple : ce financement est inventé pour montrer la page.' : undefined,
    summary,
    ...dates,
    labelled('Type', OPPORTUNITY_KINDS[kind]),
    labelled('Financeur', [funder, coFunders].filter(Boolean).join(', avec ')),
    labelled(
      'Montant',
      [sayAmounts(amounts), sayShare(opportunity.fundedShare, opportunity.fundedShareOf)].filter(Boolean).join(', '),
    ),
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
