import { AUDIENCES, type Audience } from '#domain/audience.ts';
import { addToMonth, lastDayOf, monthOf } from '#domain/days.ts';
import { isStale } from '../freshness.ts';
import { deadlineRank, deadlineState, type Calendar, type DeadlineState } from '#domain/deadlines.ts';
import { matchOpportunity, type OpportunityTerms, type Candidate, type Match } from '../matching/matching.ts';

/** What the watch knows of an opportunity; the browser gets one for each. Days are `YYYY-MM-DD`. */
export interface OpportunityRecord extends OpportunityTerms, Calendar {
  slug: string;
  title: string;
  summary: string;
  kind: string;
  /** Slug and name of its page; the name alone when the page is not shown. */
  funder: { slug: string | undefined; name: string };
  themes: readonly string[];
  /** Euros. */
  amounts: { min?: number | undefined; max?: number | undefined };
  /** Percentage of the project at most. */
  fundedShare: number | undefined;
  usualMonths: { opens: readonly string[]; closes: readonly string[] };
  effort: string | undefined;
  /** Whether cantines answer together. */
  collective: boolean;
  /** The last day on which somebody read what it says. */
  checkedOn: string | undefined;
  demo: boolean;
}

/** The groups of the list, in their order. */
export const GROUPS = {
  open: 'Ouverts, et toute l’année',
  closing: 'Clôturent dans les 30 jours',
  opens: 'Ouvrent bientôt',
  unknown: 'Dates à demander',
  closed: 'Clos pour l’instant',
} as const;

export type DeadlineGroup = keyof typeof GROUPS;
export const GROUP_NAMES = Object.keys(GROUPS) as DeadlineGroup[];

export const groupOf = ({ state }: DeadlineState): DeadlineGroup => (state === 'permanent' ? 'open' : state);

/** An opportunity with what a day makes of it: computed once, asked many times. */
export interface Prepared {
  record: OpportunityRecord;
  state: DeadlineState;
  /** The answers that it gives to each question, among those offered. */
  answers: Readonly<Record<QuestionName, ReadonlySet<string>>>;
  /** Its place in the alphabet. */
  rank: number;
}

/** An opportunity with what a candidate makes of it. */
export interface Judged extends Prepared {
  /** Undefined when nobody said who asks. */
  match: Match | undefined;
}

/** The values that a page offers for each question. */
export type Offered = Readonly<Record<QuestionName, ReadonlySet<string>>>;

const collator = new Intl.Collator('fr');

export function prepareOpportunities(
  records: readonly OpportunityRecord[],
  offered: Offered,
  today: string,
): Prepared[] {
  const ranks = new Map(
    records.toSorted((a, b) => collator.compare(a.title, b.title)).map((each, rank) => [each, rank]),
  );
  return records.map((record) => {
    const state = deadlineState(record, today);
    const answers = byQuestion((name): ReadonlySet<string> => {
      const { holds }: Question = OPPORTUNITY_QUESTIONS[name];
      return new Set([...offered[name]].filter((value) => holds({ record, state }, value, today)));
    });
    return { record, state, answers, rank: ranks.get(record) ?? 0 };
  });
}

export const judgeOpportunities = (
  prepared: readonly Prepared[],
  candidate: Candidate | undefined,
  today: string,
): Judged[] =>
  prepared.map((each) => ({ ...each, match: candidate && matchOpportunity(each.record, candidate, today) }));

interface Question {
  label: string;
  /** The words for « no condition ». */
  any: string;
  /** The fixed answers, when the content does not give them: value and words. */
  options?: Readonly<Record<string, string>>;
  holds: (opportunity: Pick<Prepared, 'record' | 'state'>, value: string, today: string) => boolean;
}

/** The day an opportunity must be answered by, when it can be answered now. */
const closingDay = (state: DeadlineState): string | undefined =>
  state.state === 'open' || state.state === 'closing' ? state.closesOn : undefined;

/** The conditions that one may put, by their names in the address, in the order in which they are asked. */
export const OPPORTUNITY_QUESTIONS = {
  echeance: {
    label: 'Échéance',
    any: 'Peu importe',
    options: {
      ouvert: 'On peut répondre maintenant',
      '30-jours': 'Clôt dans les 30 jours',
      'fin-de-mois': 'À rendre avant la fin du mois',
      'fin-d-annee': 'À rendre avant janvier',
      '3-mois': 'À rendre dans les trois mois',
      permanent: 'Toute l’année',
      'a-venir': 'Ouvre bientôt',
      clos: 'Clos, revient d’habitude',
    },
    holds: ({ record, state }, value, today) => {
      const day = closingDay(state);
      switch (value) {
        case 'ouvert':
          return state.state === 'permanent' || state.state === 'open' || state.state === 'closing';
        case '30-jours':
          return state.state === 'closing';
        case 'fin-de-mois':
          return day !== undefined && day <= lastDayOf(monthOf(today));
        case 'fin-d-annee':
          return day !== undefined && day <= `${today.slice(0, 4)}-12-31`;
        case '3-mois':
          return day !== undefined && day <= lastDayOf(addToMonth(monthOf(today), 3));
        case 'permanent':
          return state.state === 'permanent';
        case 'a-venir':
          return state.state === 'opens';
        default:
          return state.state === 'closed' && record.usualMonths.opens.length > 0;
      }
    },
  },
  type: { label: 'Type d’aide', any: 'Tous', holds: ({ record }, value) => record.kind === value },
  theme: { label: 'Thème', any: 'Tous', holds: ({ record }, value) => record.themes.includes(value) },
  montant: {
    label: 'Montant possible',
    any: 'Peu importe',
    options: {
      '1000': 'Au moins 1 000 €',
      '5000': 'Au moins 5 000 €',
      '10000': 'Au moins 10 000 €',
      '30000': 'Au moins 30 000 €',
      '100000': 'Au moins 100 000 €',
      inconnu: 'Montant non renseigné',
    },
    holds: ({ record: { amounts } }, value) => {
      const most = amounts.max ?? amounts.min;
      return value === 'inconnu' ? most === undefined : most !== undefined && most >= Number(value);
    },
  },
  part: {
    label: 'Part financée',
    any: 'Peu importe',
    options: {
      '100': 'Tout le projet',
      '70': 'Au moins 70 %',
      '50': 'Au moins la moitié',
      inconnu: 'Part non renseignée',
    },
    holds: ({ record: { fundedShare } }, value) =>
      value === 'inconnu' ? fundedShare === undefined : fundedShare !== undefined && fundedShare >= Number(value),
  },
  financeur: { label: 'Financeur', any: 'Tous', holds: ({ record }, value) => record.funder.slug === value },
  effort: {
    label: 'Travail demandé',
    any: 'Peu importe',
    holds: ({ record }, value) => (value === 'inconnu' ? record.effort === undefined : record.effort === value),
  },
  ensemble: {
    label: 'Répondre à plusieurs',
    any: 'Peu importe',
    options: { oui: 'Avec une réponse collective' },
    holds: ({ record }) => record.collective,
  },
  fraicheur: {
    label: 'Fraîcheur',
    any: 'Peu importe',
    options: { recent: 'Relu depuis moins de 6 mois', ancien: 'À revérifier' },
    holds: ({ record: { checkedOn } }, value, today) => isStale(checkedOn, today) === (value !== 'recent'),
  },
} as const satisfies Record<string, Question>;

export type QuestionName = keyof typeof OPPORTUNITY_QUESTIONS;
export const OPPORTUNITY_QUESTION_NAMES = Object.keys(OPPORTUNITY_QUESTIONS) as QuestionName[];

/** Something for each question. */
export const byQuestion = <T>(of: (name: QuestionName) => T): Readonly<Record<QuestionName, T>> =>
  Object.fromEntries(OPPORTUNITY_QUESTION_NAMES.map((name) => [name, of(name)])) as Record<QuestionName, T>;

export const SORTS = {
  etat: 'Par état',
  echeance: 'Par échéance',
  montant: 'Par montant',
  adequation: 'Par adéquation',
} as const;
export type Sort = keyof typeof SORTS;

export const AUDIENCE_NAMES = Object.keys(AUDIENCES) as Audience[];

/** What one asks of the watch: the address says it all. */
export interface OpportunitySearch {
  /** Slug of the cantine that asks. */
  cantine: string | undefined;
  /** Token of the commune where one asks from (see src/places/lookup.ts). */
  place: string | undefined;
  audience: Audience | undefined;
  conditions: Readonly<Partial<Record<QuestionName, string>>>;
  sort: Sort;
}

export const NO_SEARCH: OpportunitySearch = {
  cantine: undefined,
  place: undefined,
  audience: undefined,
  conditions: {},
  sort: 'etat',
};

/**
 * Reads the address; what it does not understand is left out.
 * @param offered the values that the page offers for each question, and the slugs of its cantines
 */
export function readOpportunitySearch(
  params: URLSearchParams,
  offered: { cantines: ReadonlySet<string>; values: Offered },
): OpportunitySearch {
  const cantine = params.get('cantine') ?? '';
  const audience = AUDIENCE_NAMES.find((name) => name === params.get('pour'));
  const conditions = OPPORTUNITY_QUESTION_NAMES.flatMap((name) => {
    const value = params.get(name) ?? '';
    return offered.values[name].has(value) ? [[name, value] as const] : [];
  });
  const sort = params.get('tri') ?? '';
  return {
    cantine: offered.cantines.has(cantine) ? cantine : undefined,
    place: (params.get('lieu') ?? '').trim().slice(0, 100) || undefined,
    audience,
    conditions: Object.fromEntries(conditions),
    sort: Object.hasOwn(SORTS, sort) ? (sort as Sort) : 'etat',
  };
}

/** The address of a search. A cantine says its place and its audience: they are left out. */
export function writeOpportunitySearch({
  cantine,
  place,
  audience,
  conditions,
  sort,
}: OpportunitySearch): URLSearchParams {
  const params = new URLSearchParams();
  if (cantine) params.set('cantine', cantine);
  else {
    if (place) params.set('lieu', place);
    if (audience) params.set('pour', audience);
  }
  for (const name of OPPORTUNITY_QUESTION_NAMES) if (conditions[name]) params.set(name, conditions[name]);
  if (sort !== 'etat') params.set('tri', sort);
  return params;
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
  { conditions, sort }: Pick<OpportunitySearch, 'conditions' | 'sort'>,
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
  return { shown: shown.toSorted(ORDERS[sort]), refused: refused.toSorted(byTitle), counts };
}

type Order = (a: Judged, b: Judged) => number;

const byTitle: Order = (a, b) => a.rank - b.rank;
const byDeadline: Order = (a, b) => deadlineRank(a.state) - deadlineRank(b.state) || byTitle(a, b);
const groupRank = ({ state }: Judged): number => GROUP_NAMES.indexOf(groupOf(state));
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
