import { readEntry, type Collection, type FieldMeta } from '#schemas/kit/index.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { looksPersonal } from '#schemas/addresses.ts';
import { areSame } from '#domain/said.ts';
import { stateOf, withProposal } from '#proposals/apply.ts';
import { comingIn, openCollection, openFieldAt, valueAt } from '#proposals/open.ts';
import type { Answer, Proposal } from '#proposals/proposal.ts';
import type { Answers } from '../versions/answers.ts';
import { splitInFields } from './split.ts';
import { wordsOf, type Titles } from './values.ts';

/** One thing that a proposal says, beside what the entry says of it today. */
export interface Row {
  path: string;
  label: string;
  is: 'right' | 'changed' | 'added';
  /** Lines; none when nothing is said. */
  today: readonly string[];
  proposed: readonly string[];
  state: ReturnType<typeof stateOf>;
  /** False for what was confirmed and is no longer what the entry says: nobody confirms what they have not read. */
  canTake: boolean;
  /** Whether it is taken unless the editor says otherwise. */
  isTaken: boolean;
  /** What to know before it is taken. */
  warning: string | undefined;
}

/** A proposal beside an entry as it is today. */
export interface Comparison {
  /** Of one field an answer. */
  proposal: Proposal;
  rows: readonly Row[];
  /** What no field holds. */
  others: readonly { label: string; says: string }[];
  /** The labels of what was asked and is not known. */
  unknown: readonly string[];
  /** True when the entry would say something more: a value, or who vouches for it. */
  brings: boolean;
}

const WARNINGS = {
  moved: 'La fiche a changé depuis cette réponse. Relisez les deux avant de cocher.',
  movedRight: 'La fiche a changé depuis : ce qu’elle disait alors a été confirmé, et non ce qu’elle dit aujourd’hui.',
  personal:
    'Cette adresse semble être celle d’une personne : le site ne montre que des adresses partagées. Cochez-la seulement si vous savez que l’équipe la partage.',
} as const;

/**
 * Compares a proposal with an entry.
 * @param answers its front matter as the file has it, empty for an entry that is proposed whole
 */
export function compare(proposal: Proposal, answers: Answers, titles: Titles): Comparison {
  const { collection } = proposal;
  const entry = entryIn(collection, answers);
  const split = splitInFields(proposal, entry);
  const told = Object.entries(split.answers);
  const rows = told.flatMap(([path, answer]) => rowOf(split, path, answer, { answers, entry, titles }) ?? []);
  const label = (path: string) => labelOf(collection, path);
  return {
    proposal: split,
    rows,
    others: told.flatMap(([path, each]) => (each.is === 'other' ? { label: label(path), says: each.says } : [])),
    unknown: told.flatMap(([path, { is }]) => (is === 'unknown' ? label(path) : [])),
    brings: !areSame(withProposal(answers, split, takenIn(rows)), answers),
  };
}

/** The paths that are written when these rows are taken: what is there already is signed too. */
export const takenIn = (rows: readonly Row[], isTaken = (row: Row) => row.isTaken): string[] =>
  rows.filter((row) => row.canTake && (row.state === 'already there' || isTaken(row))).map(({ path }) => path);

/** Whether an entry still says of these fields what it said before. */
export function saysStill(collection: string, paths: readonly string[], before: Answers, now: Answers): boolean {
  const [was, is] = [entryIn(collection, before), entryIn(collection, now)];
  return paths.every((path) => areSame(valueAt(was, path), valueAt(is, path)));
}

/** An entry as the site reads it; as it is written, where the schema refuses it. */
function entryIn(name: string, { body: _body, ...data }: Answers): unknown {
  const collection: Collection = collections[name as CollectionName];
  return readEntry(collection, data).entry ?? data;
}

interface Against {
  answers: Answers;
  entry: unknown;
  titles: Titles;
}

function rowOf(proposal: Proposal, path: string, answer: Answer, { answers, entry, titles }: Against): Row | undefined {
  const { collection, saidOn } = proposal;
  const field = openFieldAt(collection, path);
  if (!field || answer.is === 'unknown' || answer.is === 'other') return undefined;
  const { schema } = field;
  const now = valueAt(entry, path);
  // What is behind us is nobody's question.
  const asked = answer.is !== 'right' && Array.isArray(now) ? comingIn(now, saidOn) : now;
  const today = wordsOf(schema, asked, titles);
  const state = stateOf(proposal, path, entry);
  const warning = warningFor(state, answer, path, answers);
  return {
    path,
    label: labelOf(collection, path),
    is: answer.is,
    today,
    proposed: answer.is === 'right' ? today : wordsOf(schema, answer.is === 'added' ? [answer.to] : answer.to, titles),
    state,
    canTake: state !== 'changed since' || answer.is !== 'right',
    isTaken: state === 'fresh' && warning === undefined,
    warning,
  };
}

function warningFor(
  state: Row['state'],
  answer: Extract<Answer, { is: Row['is'] }>,
  path: string,
  answers: Answers,
): string | undefined {
  if (state === 'changed since') return answer.is === 'right' ? WARNINGS.movedRight : WARNINGS.moved;
  if (state === 'already there' || answer.is === 'right' || !path.endsWith('.email')) return undefined;
  const { title } = answers;
  const { addressLocality, district } = Object(answers['address']) as Readonly<Record<string, unknown>>;
  const names = [title, addressLocality, district].filter((name) => typeof name === 'string');
  return typeof answer.to === 'string' && looksPersonal(answer.to, names) ? WARNINGS.personal : undefined;
}

/** « Accessibilité › Entrée de plain-pied ». */
function labelOf(collection: string, path: string): string {
  const steps = path.split('.');
  return steps
    .map((_, index) => openFieldAt(collection, steps.slice(0, index + 1).join('.'))?.meta)
    .filter((meta): meta is FieldMeta => meta !== undefined)
    .map(({ label }) => label)
    .join(' › ');
}

/** Whether a proposal makes an entry, instead of speaking of one. */
export const makesEntry = ({ collection }: Proposal): boolean => openCollection(collection)?.takes === 'entries';
