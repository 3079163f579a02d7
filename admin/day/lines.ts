import type { AskedFact } from '#cantines/asked.ts';
import type { ConfirmedHours } from '#cantines/confirmed/share.ts';
import { addDays, daysBetween, lastDayOf } from '#domain/days.ts';
import { formatDate, formatWhen } from '#domain/date-words.ts';
import { addMonths } from '#domain/months.ts';
import { count } from '#domain/numbers.ts';
import { isToConfirm, sayYearOn } from '#domain/yearly.ts';
import { watchReport, type ReportFacts } from '#funding/watch/report.ts';
import type { WaitingDraft } from '../review/waiting.ts';
import { CONFIRM_NAME, DATE_FELL_NAME, FULL_NAME } from '../gestures/names.ts';

/** What the board of the day needs to know: nothing in it depends on the day. Days are `YYYY-MM-DD`. */
export interface DayFacts {
  opportunities: readonly ReportFacts[];
  /** Those that are to take place; `day` is the first. */
  sessions: readonly { slug: string; title: string; day: string }[];
  /** Those that receive people. */
  cantines: readonly DayCantine[];
  /** How many of these have their hours confirmed, and since when. */
  hours: ConfirmedHours;
  /** Those to confirm each January; `asOf` is the year when they hold. */
  yearly: readonly { slug: string; title: string; asOf: string }[];
  /** How many drafts wait in each collection, without their names: this page is public. */
  drafts: readonly { collection: string; label: string; many: number }[];
}

/** A cantine, and what its team is asked again, the first first. */
interface DayCantine {
  slug: string;
  title: string;
  /** Where its team says what still holds. */
  confirm: string;
  facts: readonly AskedFact[];
}

/** The drafts that wait on the forge, as this browser saw them on a day. */
export interface SeenDrafts {
  day: string;
  drafts: readonly WaitingDraft[];
}

/** One thing to do. */
export interface DayLine {
  title: string;
  why: string;
  remedy: string;
  /** In the CMS. */
  href: string;
  /** What may be done to the entry without opening it. */
  gesture?: { id: string; label: string };
  /** A page to give to those who know. */
  page?: string;
}

export interface Day {
  first: readonly DayLine[];
  /** How many more things there are to do. */
  others: number;
}

/** As many lines as a person reads, and does, in ten minutes. */
const MOST = 10;

/** A date that was read again since is not asked for again. */
const JUST_READ_DAYS = 30;

const SOON_DAYS = 7;

/** More facts are counted, not named. */
const NAMED_FACTS = 3;

const entry = (collection: string, slug: string): string => `/admin/#/collections/${collection}/entries/${slug}`;

/**
 * What is to be done on a day, in France: first what misleads a visitor soonest. No kind of thing takes the place of all
 * the others: each gives a few lines, then what is left fills the ten.
 */
export function dayLines(facts: DayFacts, today: string, seen?: SeenDrafts): Day {
  const told = new Set<string>();
  // An entry stands once, for the most urgent of what it needs.
  const isNew = ({ href }: DayLine) => !told.has(href) && Boolean(told.add(href));
  const kinds = kindsOf(facts, today, seen).map(({ share, lines }) => ({ share, lines: lines.filter(isNew) }));
  const all = kinds.flatMap(({ lines }) => lines);
  const chosen = new Set(kinds.flatMap(({ share, lines }) => lines.slice(0, share)).slice(0, MOST));
  for (const line of all) if (chosen.size < MOST) chosen.add(line);
  return { first: all.filter((line) => chosen.has(line)), others: all.length - chosen.size };
}

/** Every kind of thing to do, the most urgent first, with how many lines of it are enough. */
function kindsOf(facts: DayFacts, today: string, seen: SeenDrafts | undefined): { share: number; lines: DayLine[] }[] {
  const report = watchReport(facts.opportunities, today);
  const known = new Map(facts.opportunities.map((each) => [each.slug, each]));
  const ofWatch = (items: (typeof report)['stale'], gesture?: DayLine['gesture']): DayLine[] =>
    items.map(({ slug, ...item }) => ({ ...item, href: entry('opportunities', slug), ...offering(gesture) }));
  const unread = report.closing.filter(
    ({ slug }) => (known.get(slug)?.checkedOn ?? '') < addDays(today, -JUST_READ_DAYS),
  );
  return [
    { share: 3, lines: ofWatch(unread, CONFIRM_NAME) },
    { share: 2, lines: sessionLines(facts, today) },
    { share: 2, lines: reviewLines(seen, today) },
    { share: 2, lines: ofWatch(report.unannounced, DATE_FELL_NAME) },
    { share: 2, lines: cantineLines(facts, today) },
    { share: 2, lines: yearlyLines(facts, today) },
    { share: 2, lines: draftLines(facts) },
    { share: 2, lines: ofWatch(report.stale, CONFIRM_NAME) },
    { share: 1, lines: ofWatch(report.reconfirm) },
    { share: 1, lines: ofWatch(report.incomplete) },
  ];
}

const offering = (gesture: DayLine['gesture']): Pick<DayLine, 'gesture'> => (gesture ? { gesture } : {});

const sessionLines = ({ sessions }: DayFacts, today: string): DayLine[] =>
  sessions
    .filter(({ day }) => day >= today && daysBetween(today, day) <= SOON_DAYS)
    .sort((one, other) => one.day.localeCompare(other.day))
    .map(({ slug, title, day }) => ({
      title,
      why: `a lieu ${formatWhen(day)}`,
      remedy: 'Reste-t-il des places ? Sinon, dites « Complète » ; et si elle est reportée, changez son état.',
      href: entry('sessions', slug),
      ...offering(FULL_NAME),
    }));

const isDue = ({ since, every }: AskedFact, today: string): boolean =>
  since === undefined || addMonths(lastDayOf(since), every) <= today;

/** `horaires (2024)`, `contacts (sans date)`. */
const sayFact = ({ name, since }: AskedFact): string => `${name} (${since ? formatDate(since) : 'sans date'})`;

function sayDue(due: readonly AskedFact[]): string {
  const named = due.slice(0, NAMED_FACTS).map(sayFact).join(', ');
  const more = due.length - NAMED_FACTS;
  return `à redemander : ${named}${more > 0 ? ` et ${count(more, 'autre fait', 'autres faits')}` : ''}`;
}

/** Those whose first fact is due come first, hours before a price; then the oldest, and before all what has no date. */
const cantineLines = ({ cantines }: DayFacts, today: string): DayLine[] =>
  cantines
    .flatMap(({ facts, ...cantine }) => {
      const due = facts.filter((fact) => isDue(fact, today));
      const [first] = due;
      return first ? [{ ...cantine, due, rank: facts.indexOf(first), since: first.since ?? '' }] : [];
    })
    .sort((one, other) => one.rank - other.rank || one.since.localeCompare(other.since))
    .map(({ slug, title, confirm, due }) => ({
      title,
      why: sayDue(due),
      remedy: 'Donnez à l’équipe la page où elle le confirme, en une minute ; ou appelez-la, et répondez-y avec elle.',
      href: entry('cantines', slug),
      page: confirm,
      ...offering(CONFIRM_NAME),
    }));

const yearlyLines = ({ yearly }: DayFacts, today: string): DayLine[] =>
  yearly
    .filter(({ asOf }) => isToConfirm(asOf, today))
    .sort((one, other) => one.asOf.localeCompare(other.asOf))
    .map(({ slug, title, asOf }) => ({
      title,
      why: sayYearOn(asOf, today),
      remedy:
        'Relisez la source, ou celle de cette année : écrivez la valeur et l’année. Si rien n’a changé, changez seulement l’année.',
      href: entry('figures', slug),
    }));

/** What to do with a draft in each of its states, those that others wait for first. */
const REVIEWS = {
  pending_publish: ['est relue et prête', 'Publiez-la, depuis la fiche ou depuis « Relecture ».'],
  pending_review: ['attend une relecture', 'Relisez-la, puis passez son état à « Prête ».'],
  draft: ['est commencée', 'Finissez-la, puis passez son état à « À relire ».'],
} as const;

const reviewLines = (seen: SeenDrafts | undefined, today: string): DayLine[] =>
  (Object.keys(REVIEWS) as (keyof typeof REVIEWS)[]).flatMap((status) =>
    (seen?.drafts ?? [])
      .filter((draft) => draft.status === status)
      .map(({ collection, slug, title }) => ({
        title,
        why: `${REVIEWS[status][0]}${seen && seen.day < today ? `, vue ici le ${formatDate(seen.day)}` : ''}`,
        remedy: REVIEWS[status][1],
        href: entry(collection, slug),
      })),
  );

const draftLines = ({ drafts }: DayFacts): DayLine[] =>
  drafts
    .filter(({ many }) => many > 0)
    .map(({ collection, label, many }) => ({
      title: label,
      why: count(many, 'brouillon attend', 'brouillons attendent'),
      remedy: 'Relisez, puis décochez « Brouillon », ou supprimez ce qui ne convient pas.',
      href: `/admin/#/collections/${collection}`,
    }));
