import type { z } from 'zod';
import { vouches, type Role } from '#domain/roles.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { metaOf, openFields, type Collection, type FieldMeta, type Fields } from '#schemas/kit/index.ts';
import { digestOf } from './digest.ts';
import { comingIn, isStated, isStatedOn, openFieldAt, openValue, valueAt } from './open.ts';
import type { Answer, Proposal } from './proposal.ts';
import { confidenceAfter } from './trust.ts';

type Values = Readonly<Record<string, unknown>>;

/** What becomes of an answer on the entry as it is today. */
export type AnswerState =
  /** Nothing was said since: it can be written. */
  | 'fresh'
  /** The entry says something else than what the question showed. */
  | 'changed since'
  /** The entry says so already, confirmed on that day or later: a repeat, or somebody was quicker. */
  | 'already there';

/**
 * Compares an answer with the entry of today.
 * @param entry as the schema reads it
 */
export function stateOf({ collection, by, saidOn, answers }: Proposal, path: string, entry: unknown): AnswerState {
  const answer = answers[path];
  const field = openFieldAt(collection, path);
  if (!answer || !field || answer.is === 'unknown' || answer.is === 'other') return 'fresh';
  const today = openValue(field.meta, valueAt(entry, path));
  const same = isSame(answer, field.meta, today, saidOn);
  if (same && answer.is !== 'right') return 'already there';
  if (same && isConfirmed(entry, topOf(path), by, saidOn)) return 'already there';
  return same || digestOf(today) === answer.was ? 'fresh' : 'changed since';
}

/** Whether the entry says what is answered. */
function isSame(
  answer: Exclude<Answer, { is: 'unknown' | 'other' }>,
  meta: FieldMeta,
  today: unknown,
  saidOn: string,
): boolean {
  if (answer.is === 'right') return digestOf(today) === answer.was;
  if (answer.is === 'added') {
    return itemsOf(today).some((item) => digestOf(item) === digestOf(answer.to));
  }
  return digestOf(openValue(meta, merged(today, answer.to, meta, saidOn))) === digestOf(today);
}

/** The line of `confirmations` on a fact. */
const lineOn = (entry: unknown, fact: string): { on: string; by: Role } | undefined =>
  linesOf(entry).find((line) => line.fact === fact);

interface Line {
  fact: string;
  on: string;
  by: Role;
}

const linesOf = (entry: unknown): readonly Line[] => {
  const lines = valueAt(entry, 'confirmations');
  return Array.isArray(lines) ? (lines as Line[]) : [];
};

function isConfirmed(entry: unknown, fact: string, by: Role, saidOn: string): boolean {
  const line = lineOn(entry, fact);
  return line !== undefined && line.on >= saidOn && (vouches(line.by) || !vouches(by));
}

const topOf = (path: string): string => path.split('.')[0] ?? path;

/**
 * The front matter of an entry once answers are accepted: their values, and who vouches for them since when. What is
 * not spoken of stays as it is written.
 * @param answers the front matter, as the file has it
 * @param accepted the paths of the answers to write
 */
export function withProposal(answers: Values, proposal: Proposal, accepted: readonly string[]): Values {
  const { collection, saidOn, source } = proposal;
  const { fields } = collections[collection as CollectionName] as unknown as Collection;
  const taken = accepted.filter((path) => ['right', 'changed', 'added'].includes(proposal.answers[path]?.is ?? ''));
  let written = answers;
  for (const path of taken) written = withAnswer(written, path.split('.'), proposal.answers[path], fields, saidOn);
  if (source !== undefined && taken.length > 0) written = withSource(written, source, saidOn);
  if (!Object.hasOwn(fields, 'confirmations')) return trusted(written, proposal, taken, fields);
  const entry = { ...written };
  for (const fact of new Set(taken.map(topOf))) {
    if (isWhollyAnswered(fact, written, taken, fields)) confirm(entry, fact, proposal, fields);
  }
  if (vouches(proposal.by) && isAllAnswered(written, taken, fields, saidOn) && !isLater(entry['verifiedOn'], saidOn)) {
    entry['verifiedOn'] = saidOn;
  }
  return entry;
}

/** An entry without lines of `confirmations`: who vouches for a new one has just said all of it. */
function trusted(entry: Values, proposal: Proposal, taken: readonly string[], fields: Fields): Values {
  if (taken.length === 0) return entry;
  if (Object.hasOwn(fields, 'confidence')) return { ...entry, confidence: confidenceAfter(entry, proposal) };
  return proposal.slug === undefined && vouches(proposal.by) ? { ...entry, verifiedOn: proposal.saidOn } : entry;
}

const isLater = (date: unknown, than: string): boolean => typeof date === 'string' && date > than;

function withAnswer(
  values: Values,
  path: readonly string[],
  answer: Answer | undefined,
  fields: Fields,
  saidOn: string,
): Values {
  const [name = '', ...rest] = path;
  const schema = fields[name];
  if (!schema || !answer || !('to' in answer)) return values;
  const meta = metaOf(schema);
  const value = values[name];
  if (rest.length > 0 && meta.kind === 'group') {
    return { ...values, [name]: withAnswer(asValues(value), rest, answer, meta.fields, saidOn) };
  }
  if (answer.is === 'added') return { ...values, [name]: [...itemsOf(value), answer.to] };
  return withValue(values, name, merged(value, answer.to, meta, saidOn));
}

const asValues = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {});

/** A value that says nothing leaves no key behind. */
function withValue(values: Values, name: string, value: unknown): Values {
  if (value !== null && value !== undefined) return { ...values, [name]: value };
  const { [name]: _, ...others } = values;
  return others;
}

const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** A group keeps the parts that are not spoken of, a list what is behind us; anything else is replaced whole. */
function merged(value: unknown, to: unknown, meta: FieldMeta, saidOn: string): unknown {
  if (meta.kind === 'list') {
    const coming = comingIn(itemsOf(value), saidOn);
    return [...itemsOf(value).filter((item) => !coming.includes(item)), ...itemsOf(to)];
  }
  if (meta.kind !== 'group') return to;
  let group = asValues(value);
  for (const [name, part] of Object.entries(asValues(to))) {
    const inner = meta.fields[name];
    const whole = inner && part !== null ? merged(group[name], part, metaOf(inner), saidOn) : part;
    group = withValue(group, name, whole);
  }
  return group;
}

/** Where a value was read: a page that is cited already has one more reading. */
export function withSource(answers: Values, url: string, readOn: string): Values {
  const sources = itemsOf(answers['sources']);
  const isCited = (source: unknown) => asValues(source)['url'] === url;
  return {
    ...answers,
    sources: sources.some(isCited)
      ? sources.map((source) => (isCited(source) ? { ...asValues(source), readOn } : source))
      : [...sources, { url, readOn }],
  };
}

/** The paths of what a fact states: itself, or the parts of a group that somebody has said. */
function statedIn(fact: string, schema: z.ZodType, value: unknown): string[] {
  const meta = metaOf(schema);
  if (!isStated(value)) return [];
  if (meta.kind !== 'group') return [fact];
  return openFields(meta.fields).flatMap(([name]) => (isStated(asValues(value)[name]) ? `${fact}.${name}` : []));
}

/** True when each part that a fact states was answered, alone or with the whole. */
function isWhollyAnswered(fact: string, entry: Values, taken: readonly string[], fields: Fields): boolean {
  const schema = fields[fact];
  if (!schema) return false;
  return taken.includes(fact) || statedIn(fact, schema, entry[fact]).every((path) => taken.includes(path));
}

const isAllAnswered = (entry: Values, taken: readonly string[], fields: Fields, day: string): boolean =>
  openFields(fields).every(([fact]) => !isStatedOn(entry[fact], day) || isWhollyAnswered(fact, entry, taken, fields));

/** Dates a fact, and says who vouches for it; the word of who vouches is not replaced by that of who only saw. */
function confirm(
  entry: Record<string, unknown>,
  fact: string,
  { by, saidOn, answers }: Proposal,
  fields: Fields,
): void {
  const schema = fields[fact];
  if (!schema) return;
  const meta = metaOf(schema);
  const before = lineOn(entry, fact);
  const isChange = Object.entries(answers).some(([path, { is }]) => topOf(path) === fact && is !== 'right');
  if (before && (before.on > saidOn || (!isChange && vouches(before.by) && !vouches(by)))) return;
  if (meta.kind === 'group' && Object.hasOwn(meta.fields, 'asOf')) {
    const group = asValues(entry[fact]);
    if (!isLater(group['asOf'], saidOn)) entry[fact] = { ...group, asOf: saidOn };
  }
  if (Object.hasOwn(fields, `${fact}AsOf`) && !isLater(entry[`${fact}AsOf`], saidOn)) entry[`${fact}AsOf`] = saidOn;
  const others = linesOf(entry).filter((line) => line.fact !== fact);
  entry['confirmations'] = [...others, { fact, on: saidOn, by }];
}
