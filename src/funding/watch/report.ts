import { formatDate, formatMonths } from '#domain/date-words.ts';
import { addToMonth, monthOf } from '#domain/months.ts';
import type { Opportunity } from '#schemas/opportunities.ts';
import { daysBetween } from '#domain/days.ts';
import { CLOSING_DAYS } from '#domain/deadlines.ts';
import { isStale, readDayOf, STALE_MONTHS } from '../freshness.ts';
import { sayClosing } from '#domain/deadline-words.ts';

/** What to do about one thing that an entry lacks. */
export interface Gap {
  why: string;
  remedy: string;
}

/** What a report needs to know of an opportunity: nothing in it depends on the day. Days are `YYYY-MM-DD`. */
export interface ReportFacts {
  slug: string;
  title: string;
  /** The last day when somebody read it again, or read one of its sources. */
  checkedOn?: string | undefined;
  closings: readonly string[];
  /** Months in which it usually opens, `1` to `12`. */
  opens: readonly string[];
  gaps: readonly Gap[];
}

export interface ReportItem extends Gap {
  slug: string;
  title: string;
}

export const REPORT_SECTIONS = {
  closing: `Clôt dans les ${CLOSING_DAYS} jours`,
  returning: 'Revient le mois prochain',
  stale: `Pas vérifié depuis ${STALE_MONTHS} mois`,
  incomplete: 'Fiche incomplète',
} as const;

export type ReportSection = keyof typeof REPORT_SECTIONS;
export type WatchReport = Readonly<Record<ReportSection, readonly ReportItem[]>>;

/** Reads an opportunity for the report. */
export function reportFacts(slug: string, opportunity: Opportunity): ReportFacts {
  return {
    slug,
    title: opportunity.title,
    checkedOn: readDayOf(opportunity),
    closings: opportunity.windows.flatMap(({ closesOn }) => closesOn ?? []),
    opens: opportunity.usualMonths.opens,
    gaps: gapsOf(opportunity),
  };
}

/** What an entry lacks for a cantine to decide upon it. */
export function gapsOf(entry: Opportunity): Gap[] {
  const { amounts, eligibility, territory, usualMonths } = entry;
  const undated =
    entry.windows.length === 0 &&
    entry.rhythm !== 'permanent' &&
    usualMonths.opens.length === 0 &&
    usualMonths.closes.length === 0;
  const anyAmount = [amounts.min, amounts.max, amounts.envelope, amounts.note].some((value) => value !== undefined);
  const rules = Object.values(eligibility).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false,
  );
  const checks: readonly (readonly [boolean, string, string])[] = [
    [
      entry.officialUrl === undefined,
      'pas de page officielle',
      'Cherchez la page chez le financeur et donnez son adresse.',
    ],
    [
      undated,
      'ni date, ni rythme, ni mois habituel',
      'Donnez une période lue chez le financeur, ou les mois habituels.',
    ],
    [
      !anyAmount,
      'ni montant ni précision',
      'Donnez un montant, ou écrivez dans « Précisions » ce que le financeur en dit.',
    ],
    [
      territory.scope !== 'national' && territory.scope !== 'other' && territory.codes.length === 0,
      'territoire sans code',
      'Ajoutez les codes des régions, départements ou communes concernés.',
    ],
    [!rules, 'pas de condition', 'Écrivez qui peut répondre, d’après le règlement.'],
    [entry.sources.length === 0, 'pas de source', 'Donnez la page où l’information a été lue.'],
    [
      entry.confidence === 'low',
      'confiance faible',
      'Relisez la page officielle, puis changez « Confiance » et « Vérifié le ».',
    ],
  ];
  return checks.flatMap(([missing, why, remedy]) => (missing ? { why, remedy } : []));
}

/** What is to be done on a day, in France: the most urgent of each section first. */
export function watchReport(all: readonly ReportFacts[], today: string): WatchReport {
  const month = String(Number(addToMonth(monthOf(today), 1).slice(5)));
  const item = ({ slug, title }: ReportFacts, why: string, remedy: string): ReportItem => ({
    slug,
    title,
    why,
    remedy,
  });
  return {
    closing: all
      .flatMap((facts) => facts.closings.map((day) => ({ facts, day, days: daysBetween(today, day) })))
      .filter(({ days }) => days >= 0 && days <= CLOSING_DAYS)
      .sort((one, other) => one.days - other.days)
      .map(({ facts, day, days }) =>
        item(
          facts,
          `clôt ${sayClosing(day, days)}`,
          'Vérifiez que la date n’a pas changé, et prévenez les cantines concernées.',
        ),
      ),
    returning: all
      .filter(({ opens }) => opens.includes(month))
      .map((facts) =>
        item(
          facts,
          `ouvre d’habitude en ${formatMonths([month])}`,
          'Regardez si les dates sont annoncées ; si oui, ajoutez la période.',
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
      .filter(({ gaps }) => gaps.length > 0)
      .sort((one, other) => other.gaps.length - one.gaps.length)
      .map((facts) =>
        item(facts, facts.gaps.map(({ why }) => why).join(' ; '), facts.gaps.map(({ remedy }) => remedy).join(' ')),
      ),
  };
}
