import { formatDate } from '#domain/date-words.ts';
import { addDays, daysBetween, lastDayOf } from '#domain/days.ts';
import { CLOSING_DAYS, isToReconfirm, RECONFIRM_MONTHS, type Calendar } from '#domain/deadlines.ts';
import { sayClosing } from '#domain/deadline-words.ts';
import { count, formatEuros } from '#domain/numbers.ts';
import type { JointAnswer } from '#schemas/joint-answers.ts';
import type { Opportunity } from '#schemas/opportunities.ts';
import { calendarOf, isStale, readDayOf, STALE_MONTHS } from '../freshness.ts';
import { expectedOf, reportMonths } from './expected.ts';
import { gapsOf, type Gap } from './gaps.ts';
import { reportedJoint, togetherOf, type ReportedJoint } from './joint.ts';

/** What a report needs to know of an opportunity: nothing in it depends on the day. Days are `YYYY-MM-DD`. */
export interface ReportFacts {
  slug: string;
  title: string;
  /** An example is kept alive by nobody. */
  isExample: boolean;
  /** The last day when somebody read it again, or read one of its sources. */
  checkedOn?: string | undefined;
  calendar: Calendar;
  /** How many cantines it suits, surely or maybe. */
  suits: number;
  /** What one of them may get, in euros, when it is known. */
  amount?: number | undefined;
  gaps: readonly Gap[];
  /** Its joint answers; undefined without any. */
  joint?: readonly ReportedJoint[] | undefined;
}

export interface ReportItem extends Gap {
  slug: string;
  title: string;
  /** Where its entry is: an opportunity unless told. */
  collection?: 'opportunities' | 'joint-answers';
}

/** The sections of the report, in order, and what orders each. */
export const REPORT_SECTIONS = {
  closing: { title: `Clôt dans les ${CLOSING_DAYS} jours`, order: 'Le plus proche d’abord.' },
  unannounced: {
    title: 'D’habitude en ce moment, sans date annoncée',
    order:
      'Du mois dernier à dans deux mois, d’abord ce qu’une cantine perdrait à attendre : ce qui se clôt ce mois-ci, ce qui est sans doute ouvert, puis ce qui vient. À égalité, ce qui va au plus de cantines, puis le plus gros montant.',
  },
  dated: { title: 'Dates annoncées, du mois dernier à dans deux mois', order: 'Par date.' },
  together: {
    title: 'Qui répond ensemble',
    order: 'Ce que l’on peut rejoindre d’abord, le plus proche en tête.',
  },
  reconfirm: {
    title: `À reconfirmer : vu il y a plus de ${RECONFIRM_MONTHS} mois`,
    order: 'Ce qui va au plus de cantines d’abord, puis le plus gros montant.',
  },
  stale: { title: `Pas vérifié depuis ${STALE_MONTHS} mois`, order: 'Le plus ancien d’abord.' },
  incomplete: {
    title: 'Il manque de quoi décider',
    order: 'Parmi ce à quoi on peut encore répondre, ce qui va au plus de cantines d’abord, puis le plus gros montant.',
  },
} as const;

export type ReportSection = keyof typeof REPORT_SECTIONS;
export type WatchReport = Readonly<Record<ReportSection, readonly ReportItem[]>>;

/** What the report takes from beside the entry. */
export interface Around {
  suits: number;
  /** The site of its funder. */
  contact: string | undefined;
  /** Its joint answers, by slug. */
  joint?: readonly (readonly [slug: string, answer: JointAnswer])[] | undefined;
}

/** Reads an opportunity for the report. */
export function reportFacts(slug: string, opportunity: Opportunity, { suits, contact, joint }: Around): ReportFacts {
  const calendar = calendarOf(opportunity);
  return {
    slug,
    title: opportunity.title,
    isExample: opportunity.demo,
    checkedOn: readDayOf(opportunity),
    calendar,
    suits,
    amount: opportunity.amounts.max ?? opportunity.amounts.min,
    gaps: gapsOf(opportunity, contact),
    joint: joint?.map(([each, answer]) => reportedJoint(each, answer, calendar)),
  };
}

const item = ({ slug, title }: ReportFacts, why: string, remedy: string): ReportItem => ({ slug, title, why, remedy });

/** What is to be done on a day, in France: in each section, first what a reader would lose most by. */
export function watchReport(everything: readonly ReportFacts[], today: string): WatchReport {
  const all = everything.filter(({ isExample }) => !isExample);
  const unannounced = unannouncedOf(all, today);
  const told = new Set(unannounced.map(({ slug }) => slug));
  const old = all.filter((facts) => isOld(facts, today));
  return {
    closing: datesIn(all, { from: today, to: addDays(today, CLOSING_DAYS) })
      .filter(({ what }) => what === 'closesOn')
      .map(({ facts, day }) =>
        item(
          facts,
          `clôt ${sayClosing(day, daysBetween(today, day))}`,
          'Vérifiez que la date n’a pas changé, et prévenez les cantines concernées.',
        ),
      ),
    unannounced,
    dated: datedOf(all, today),
    together: togetherOf(all, today),
    reconfirm: old
      .filter(({ slug }) => !told.has(slug))
      .sort(byLoss)
      .map((facts) =>
        item(
          facts,
          [`vu en ${(facts.calendar.asOf ?? '').slice(0, 4)}`, ...worth(facts)].join(', '),
          'Cherchez une page plus récente ; corrigez la fiche, ou retirez-la si l’appel n’existe plus.',
        ),
      ),
    stale: all
      .filter(({ checkedOn }) => isStale(checkedOn, today))
      .sort((one, other) => (one.checkedOn ?? '').localeCompare(other.checkedOn ?? ''))
      .map((facts) =>
        item(
          facts,
          facts.checkedOn === undefined
            ? 'aucune date de lecture'
            : `lue pour la dernière fois le ${formatDate(facts.checkedOn)}`,
          'Relisez toute la fiche et ses sources, puis changez « Vérifié le ».',
        ),
      ),
    incomplete: all
      .filter((facts) => facts.gaps.length > 0 && !isOld(facts, today) && !isOver(facts, today))
      .sort(byLoss)
      .map((facts) =>
        item(
          facts,
          [facts.gaps.map(({ why }) => why).join(' ; '), ...worth(facts)].join(', '),
          facts.gaps.map(({ remedy }) => remedy).join(' '),
        ),
      ),
  };
}

/** What suits many cantines first, then what pays most. */
const byLoss = (one: ReportFacts, other: ReportFacts): number =>
  other.suits - one.suits || (other.amount ?? 0) - (one.amount ?? 0) || one.slug.localeCompare(other.slug, 'en');

const worth = ({ suits, amount }: ReportFacts): string[] => [
  ...(suits > 0 ? [`peut aller à ${count(suits, 'cantine')}`] : []),
  ...(amount === undefined ? [] : [`jusqu’à ${formatEuros(amount)}`]),
];

/** What was seen too long ago, and may still come back. */
const isOld = ({ calendar: { asOf, rhythm, windows } }: ReportFacts, today: string): boolean =>
  asOf !== undefined &&
  isToReconfirm(asOf, today) &&
  rhythm !== 'one-off' &&
  !windows.some(({ opensOn, closesOn }) => (closesOn ?? opensOn ?? '') >= today);

/** Nobody decides any more upon what came once. */
const isOver = ({ calendar: { rhythm, windows } }: ReportFacts, today: string): boolean =>
  rhythm === 'one-off' && windows.length > 0 && windows.every(({ closesOn }) => (closesOn ?? '9999') < today);

function unannouncedOf(all: readonly ReportFacts[], today: string): ReportItem[] {
  return all
    .flatMap((facts) => {
      const expected = expectedOf(facts.calendar, today);
      return expected ? { facts, expected } : [];
    })
    .sort((one, other) => one.expected.urgency - other.expected.urgency || byLoss(one.facts, other.facts))
    .map(({ facts, expected: { why, remedy } }) => {
      const seen = isOld(facts, today) ? [`vu en ${(facts.calendar.asOf ?? '').slice(0, 4)}`] : [];
      return item(facts, [why, ...seen, ...worth(facts)].join(', '), remedy);
    });
}

interface Dated {
  facts: ReportFacts;
  what: 'opensOn' | 'closesOn';
  day: string;
}

/** The announced days of a period, in order; both ends count. */
const datesIn = (all: readonly ReportFacts[], { from, to }: { from: string; to: string }): Dated[] =>
  all
    .flatMap((facts) =>
      facts.calendar.windows.flatMap((window) =>
        (['opensOn', 'closesOn'] as const).flatMap((what) => {
          const day = window[what];
          return day !== undefined && day >= from && day <= to ? { facts, what, day } : [];
        }),
      ),
    )
    .sort((one, other) => one.day.localeCompare(other.day));

/** The announced days around now, but those that close soon. */
function datedOf(all: readonly ReportFacts[], today: string): ReportItem[] {
  const { from, to } = reportMonths(today);
  const soon = addDays(today, CLOSING_DAYS);
  return datesIn(all, { from: `${from}-01`, to: lastDayOf(to) })
    .filter(({ what, day }) => what === 'opensOn' || day < today || day > soon)
    .map(({ facts, what, day }) => {
      const date = formatDate(day);
      if (what === 'opensOn' && day <= today)
        return item(facts, `s’est ouvert le ${date}`, 'Vérifiez que les cantines concernées le savent.');
      if (what === 'opensOn') return item(facts, `s’ouvre le ${date}`, 'Vérifiez que la date n’a pas changé.');
      if (day < today)
        return item(
          facts,
          `s’est clos le ${date}`,
          'Notez-en ce qui servira la prochaine fois : mois habituels, pièces.',
        );
      return item(facts, `clôt le ${date}`, 'Vérifiez que la date n’a pas changé.');
    });
}
