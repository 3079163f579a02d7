import { lastDayOf } from '#domain/days.ts';
import { closingDay, deadlineRank, deadlineState, type Calendar, type DeadlineState } from '#domain/deadlines.ts';
import { addMonths, addToMonth, monthOf } from '#domain/months.ts';
import type { UsualMonths } from '#domain/seasons.ts';
import { isOfProject } from '../amount-words.ts';
import { isStale } from '../freshness.ts';
import type { ShareOf } from '#schemas/actions.ts';
import type { OpportunityTerms } from '../matching/matching.ts';
import type { CallWork } from '../seasons/backwards.ts';

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
  /** Percentage at most, and of what. */
  fundedShare: number | undefined;
  fundedShareOf: ShareOf | undefined;
  usualMonths: UsualMonths;
  effort: string | undefined;
  /** How many cantines answer it together; none where the network alone proposes it, undefined when nobody does. */
  together: number | undefined;
  /** What it asks to do, beside its effort. */
  work: Pick<CallWork, 'documents' | 'isSigned' | 'joinBy'>;
  /** The cantines that had it. */
  supported: readonly { slug: string; title: string }[];
  /** The last day on which somebody read what it says. */
  checkedOn: string | undefined;
  demo: boolean;
}

/** A watch of at most that many opportunities is asked for at once; a longer one waits for a question. */
export const SMALL = 500;

/** An opportunity with what a day makes of it: computed once, asked many times. */
export interface Prepared {
  record: OpportunityRecord;
  state: DeadlineState;
  /** Its place in the order of the deadlines. */
  urgency: number;
  /** The answers that it gives to each question, among those offered. */
  answers: Readonly<Record<QuestionName, ReadonlySet<string>>>;
  /** Its place in the alphabet. */
  rank: number;
}

interface Question {
  label: string;
  /** The words for « no condition ». */
  any: string;
  /** The fixed answers, when the content does not give them: value and words. */
  options?: Readonly<Record<string, string>>;
  holds: (opportunity: Pick<Prepared, 'record' | 'state'>, value: string, today: string) => boolean;
}

/** The month in which an opportunity usually closes, when no day is announced. */
function usuallyClosesIn(state: DeadlineState): string | undefined {
  if (state.state === 'open') return state.closesIn;
  return 'season' in state ? state.season?.closesIn : undefined;
}

/** Whether one is to answer by a day: the announced one, or any of the month in which it usually closes. */
function isDueBy(state: DeadlineState, day: string): boolean {
  const announced = closingDay(state);
  if (announced !== undefined) return announced <= day;
  const month = usuallyClosesIn(state);
  return month !== undefined && month <= monthOf(day);
}

/** The month in which an opportunity opens, announced or usual, while it is to come. */
const opensIn = (state: DeadlineState): string | undefined =>
  state.state === 'opens' ? monthOf(state.opensOn) : 'season' in state ? state.season?.opensIn : undefined;

/** « Bientôt », in months. */
const SOON = 3;

const isSoon = (month: string | undefined, today: string): boolean =>
  month !== undefined && month > monthOf(today) && month <= addToMonth(monthOf(today), SOON);

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
      'a-venir': 'Ouvre bientôt, annoncé ou d’habitude',
      clos: 'Revient d’habitude',
      'a-reconfirmer': 'À reconfirmer',
    },
    holds: ({ state }, value, today) => {
      switch (value) {
        case 'ouvert':
          return state.state === 'permanent' || state.state === 'open' || state.state === 'closing';
        case '30-jours':
          return state.state === 'closing';
        case 'fin-de-mois':
          return isDueBy(state, lastDayOf(monthOf(today)));
        case 'fin-d-annee':
          return isDueBy(state, `${today.slice(0, 4)}-12-31`);
        case '3-mois':
          return isDueBy(state, addMonths(today, 3));
        case 'permanent':
          return state.state === 'permanent';
        case 'a-venir':
          return state.state === 'opens' || isSoon(opensIn(state), today);
        case 'a-reconfirmer':
          return state.state === 'stale';
        default:
          return ('season' in state && state.season !== undefined) || ('returns' in state && state.returns === true);
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
    holds: ({ record }, value) => {
      // A share of a loan or of a wage funds no part of a project.
      const share = isOfProject(record.fundedShareOf) ? record.fundedShare : undefined;
      return value === 'inconnu' ? share === undefined : share !== undefined && share >= Number(value);
    },
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
    options: { oui: 'Des cantines s’y mettent à plusieurs' },
    holds: ({ record }) => record.together !== undefined,
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

/** The values that a page offers for each question. */
export type Offered = Readonly<Record<QuestionName, ReadonlySet<string>>>;

const collator = new Intl.Collator('fr');

export function prepareOpportunities(
  records: readonly OpportunityRecord[],
  offered: Offered,
  today: string,
): Prepared[] {
  const ranks = new Map(
    [...records].sort((a, b) => collator.compare(a.title, b.title)).map((each, rank) => [each, rank]),
  );
  return records.map((record) => {
    const state = deadlineState(record, today);
    const answers = byQuestion((name): ReadonlySet<string> => {
      const { holds }: Question = OPPORTUNITY_QUESTIONS[name];
      return new Set([...offered[name]].filter((value) => holds({ record, state }, value, today)));
    });
    return { record, state, urgency: deadlineRank(state, today), answers, rank: ranks.get(record) ?? 0 };
  });
}
