import { isInstant } from '#domain/instants.ts';
import { closingDay, deadlineState, type Calendar } from '#domain/deadlines.ts';
import type { UsualMonths } from '#domain/seasons.ts';
import { notesText, type Board, type Card, type Value, type Version } from './board.ts';

/** Where a followed opportunity stands, in the order of the columns. */
export const STATES = {
  study: 'À étudier',
  writing: 'En préparation',
  sent: 'Déposé',
  won: 'Obtenu',
  lost: 'Refusé',
} as const;
export type State = keyof typeof STATES;
export const STATE_NAMES = Object.keys(STATES) as State[];

export const ENGAGEMENTS = {
  agreement: 'Convention à signer',
  payment: 'Versement attendu',
  report: 'Bilan à rendre',
  logo: 'Logo du partenaire à montrer',
  other: 'Autre engagement',
} as const;
export type EngagementKind = keyof typeof ENGAGEMENTS;

export interface Task {
  id: string;
  text: string;
  /** `YYYY-MM-DD` */
  due: string | undefined;
  done: boolean;
}

export interface Engagement {
  id: string;
  kind: EngagementKind;
  label: string;
  due: string | undefined;
  /** Euros, of a payment. */
  amount: number | undefined;
  done: boolean;
}

/** A card as people read it. */
export interface Followed {
  id: string;
  title: string;
  funder: string;
  /** The opportunity’s page, when it comes from the watch. */
  slug: string | undefined;
  state: State;
  /** The day to answer by, as the person wrote it; else the watch’s calendar says it. */
  deadline: string | undefined;
  calendar: Calendar | undefined;
  /** Euros. */
  asked: number | undefined;
  obtained: number | undefined;
  /** Initials, between spaces. */
  people: string;
  notes: string;
  /** The versions that the notes show: several when two people wrote apart. */
  versions: readonly Version[];
  tasks: readonly Task[];
  engagements: readonly Engagement[];
  /** Milliseconds since 1970. */
  addedAt: number;
}

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
const textOrNot = (value: Value | undefined): string | undefined => text(value) || undefined;
const number = (value: Value | undefined): number | undefined => (typeof value === 'number' ? value : undefined);
const dayOrNot = (value: Value | undefined): string | undefined => (isDay(value) ? value : undefined);

const instantOrNot = (value: Value | undefined): number | undefined => (isInstant(value) ? value : undefined);

/** Whether a value is a day that exists, `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

const known = new WeakMap<Card, Followed | null>();

/** A card as people read it, computed once for each version of it; undefined when it was put away. */
export function followedOf(card: Card): Followed | undefined {
  const before = known.get(card);
  if (before !== undefined) return before ?? undefined;
  const followed = read(card);
  known.set(card, followed ?? null);
  return followed;
}

function read(card: Card): Followed | undefined {
  const value = (name: string): Value | undefined => card.cells[name]?.value;
  if (value('deleted') === true) return undefined;
  const state = text(value('state'));
  return {
    id: card.id,
    title: text(value('title')),
    funder: text(value('funder')),
    slug: textOrNot(value('slug')),
    state: state in STATES && Object.hasOwn(STATES, state) ? (state as State) : 'study',
    deadline: dayOrNot(value('deadline')),
    calendar: keptCalendar(text(value('calendar'))),
    asked: number(value('asked')),
    obtained: number(value('obtained')),
    people: text(value('people')),
    notes: notesText(card.notes),
    versions: card.notes,
    tasks: idsOf(card, 'task').map((id) => ({
      id,
      text: text(value(`task.${id}.text`)),
      due: dayOrNot(value(`task.${id}.due`)),
      done: value(`task.${id}.done`) === true,
    })),
    engagements: idsOf(card, 'engagement').map((id) => ({
      id,
      kind: kindOf(text(value(`engagement.${id}.kind`))),
      label: text(value(`engagement.${id}.label`)),
      due: dayOrNot(value(`engagement.${id}.due`)),
      amount: number(value(`engagement.${id}.amount`)),
      done: value(`engagement.${id}.done`) === true,
    })),
    addedAt: instantOrNot(value('addedAt')) ?? 0,
  };
}

const kindOf = (kind: string): EngagementKind =>
  Object.hasOwn(ENGAGEMENTS, kind) ? (kind as EngagementKind) : 'other';

/** The parts of a kind that were not put away, in the order of their names: a name begins with its time. */
function idsOf(card: Card, part: 'task' | 'engagement'): string[] {
  const ids = new Set(
    Object.entries(card.cells).flatMap(([name, { value }]) => {
      const [kind, id] = name.split('.');
      // An addition that was undone leaves empty cells.
      return kind === part && id !== undefined && value !== null ? id : [];
    }),
  );
  return [...ids].filter((id) => card.cells[`${part}.${id}.deleted`]?.value !== true).sort();
}

const RHYTHMS: readonly string[] = [
  'permanent',
  'annual',
  'several',
  'one-off',
  'recurring',
  'unknown',
] satisfies Calendar['rhythm'][];

/** The dates of the watch as a card keeps them; undefined when they are not. */
export function keptCalendar(json: string): Calendar | undefined {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return undefined;
  }
  return isCalendar(data) ? data : undefined;
}

function isCalendar(data: unknown): data is Calendar {
  if (typeof data !== 'object' || data === null || !('rhythm' in data) || !('windows' in data)) return false;
  const { rhythm, windows, usualMonths, asOf }: { [name in keyof Calendar]?: unknown } = data;
  return (
    RHYTHMS.includes(String(rhythm)) &&
    (usualMonths === undefined || isHabit(usualMonths)) &&
    (asOf === undefined || (typeof asOf === 'string' && /^\d{4}(-\d{2}){0,2}$/.test(asOf))) &&
    Array.isArray(windows) &&
    windows.every(
      (window: { opensOn?: unknown; closesOn?: unknown } | null) =>
        window !== null && [window.opensOn, window.closesOn].every((day) => day === undefined || isDay(day)),
    )
  );
}

function isHabit(data: unknown): data is UsualMonths {
  if (typeof data !== 'object' || data === null) return false;
  const { opens, closes }: { [name in keyof UsualMonths]?: unknown } = data;
  return [opens, closes].every(
    (months) => Array.isArray(months) && months.every((month) => /^([1-9]|1[0-2])$/.test(String(month))),
  );
}

/** Every followed opportunity that was not put away; the latest added first. */
export const followedOpportunities = (board: Board): Followed[] =>
  Object.values(board)
    .flatMap((card) => followedOf(card) ?? [])
    .sort((a, b) => b.addedAt - a.addedAt || (a.id < b.id ? -1 : 1));

/** Something to do by a day: an answer, a task, an engagement. */
export interface Due {
  id: string;
  card: Followed;
  what: string;
  day: string;
}

/**
 * The day to answer by: the one that a person wrote, else the closing day of the watch’s open or next window.
 * @param today `YYYY-MM-DD`, in France
 */
export function answerDay({ deadline, calendar }: Followed, today: string): string | undefined {
  if (deadline !== undefined || calendar === undefined) return deadline;
  return closingDay(deadlineState(calendar, today));
}

const byDay = (a: Due, b: Due): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

/** The tasks and the engagements that remain, by day: nothing is left to do of what was refused. */
export const promisesOf = (card: Followed): Due[] =>
  [
    ...(card.state === 'lost' ? [] : card.tasks).flatMap(({ id, text: what, due, done }) =>
      due && !done ? [{ id: `${card.id}.${id}`, card, what: what || 'Tâche', day: due }] : [],
    ),
    ...(card.state === 'won' ? card.engagements : []).flatMap(({ id, kind, label, due, done }) =>
      due && !done ? [{ id: `${card.id}.${id}`, card, what: label || ENGAGEMENTS[kind], day: due }] : [],
    ),
  ].sort(byDay);

/**
 * What remains to be done of an opportunity, by day: its answer first, while it is not sent.
 * @param today `YYYY-MM-DD`, in France
 */
export function duesOf(card: Followed, today: string): Due[] {
  const day = card.state === 'study' || card.state === 'writing' ? answerDay(card, today) : undefined;
  const answer = day === undefined ? [] : [{ id: `${card.id}.depot`, card, what: 'Déposer le dossier', day }];
  return [...answer, ...promisesOf(card)].sort(byDay);
}
