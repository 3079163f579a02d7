import type { DeadlineState } from '#domain/deadlines.ts';
import { matchOpportunity, type Candidate, type Match } from '../matching/matching.ts';
import { byQuestion, OPPORTUNITY_QUESTION_NAMES, type Offered, type Prepared, type QuestionName } from './questions.ts';

/** The groups of the list, in their order: what is dated, what is usual, then the rest. */
export const GROUPS = {
  closing: 'Clôturent dans les 30 jours',
  open: 'Ouverts',
  opens: 'Vont ouvrir',
  usual: 'Reviennent d’habitude',
  permanent: 'Toute l’année',
  unknown: 'Dates à demander',
  stale: 'À reconfirmer',
  closed: 'Clos pour l’instant',
} as const satisfies Record<DeadlineState['state'], string>;

export type DeadlineGroup = keyof typeof GROUPS;
const GROUP_NAMES = Object.keys(GROUPS) as DeadlineGroup[];

/** An opportunity with what a candidate makes of it. */
export interface Judged extends Prepared {
  /** Undefined when nobody said who asks. */
  match: Match | undefined;
}

export const judgeOpportunities = (
  prepared: readonly Prepared[],
  candidate: Candidate | undefined,
  today: string,
): Judged[] =>
  prepared.map((each) => ({ ...each, match: candidate && matchOpportunity(each.record, candidate, today) }));

export const SORTS = {
  etat: 'Par état',
  echeance: 'Par échéance',
  montant: 'Par montant',
  adequation: 'Par adéquation',
} as const;
export type Sort = keyof typeof SORTS;

/** Under which conditions one asks, and in which order. */
export interface Asked {
  conditions: Readonly<Partial<Record<QuestionName, string>>>;
  sort: Sort;
}

/** An answer of the watch. */
export interface FoundOpportunities {
  /** Those that fit, or may fit, in the order asked for. */
  shown: Judged[];
  /** Those that meet the conditions and do not fit. */
  refused: Judged[];
  /** How many opportunities each value of each question would leave among those that fit. */
  counts: Readonly<Record<QuestionName, ReadonlyMap<string, number>>>;
}

/** Answers a search in one pass. */
export function findOpportunities(
  judged: readonly Judged[],
  { conditions, sort }: Asked,
  offered: Offered,
): FoundOpportunities {
  const counts = byQuestion((name) => new Map([...offered[name]].map((value) => [value, 0])));
  const asked = OPPORTUNITY_QUESTION_NAMES.filter((name) => conditions[name] !== undefined);
  const [shown, refused]: [Judged[], Judged[]] = [[], []];
  for (const each of judged) {
    const failed = asked.filter((name) => !each.answers[name].has(conditions[name] ?? ''));
    const fits = each.match?.answer !== 'no';
    if (failed.length === 0) (fits ? shown : refused).push(each);
    // A value of a question counts what meets all the other questions.
    if (!fits || failed.length > 1) continue;
    for (const name of failed.length === 1 ? failed : OPPORTUNITY_QUESTION_NAMES) {
      for (const value of each.answers[name]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  return { shown: shown.sort(ORDERS[sort]), refused: refused.sort(byTitle), counts };
}

type Order = (a: Judged, b: Judged) => number;

const byTitle: Order = (a, b) => a.rank - b.rank;
const byDeadline: Order = (a, b) => a.urgency - b.urgency || byTitle(a, b);
const groupRank = ({ state: { state } }: Judged): number => GROUP_NAMES.indexOf(state);
const byGroup: Order = (a, b) => groupRank(a) - groupRank(b) || byDeadline(a, b);
const amountOf = ({ record: { amounts } }: Judged): number => amounts.max ?? amounts.min ?? -1;
const fitOf = ({ match }: Judged): number => (match === undefined ? 0 : { yes: 2, maybe: 1, no: 0 }[match.answer]);
/** An opportunity with fewer doubts fits better. */
const doubtsOf = ({ match }: Judged): number => match?.reasons.filter(({ answer }) => answer === 'maybe').length ?? 0;

const ORDERS: Readonly<Record<Sort, Order>> = {
  etat: byGroup,
  echeance: byDeadline,
  montant: (a, b) => amountOf(b) - amountOf(a) || byDeadline(a, b),
  adequation: (a, b) => fitOf(b) - fitOf(a) || doubtsOf(a) - doubtsOf(b) || byDeadline(a, b),
};
