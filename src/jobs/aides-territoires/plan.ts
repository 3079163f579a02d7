import { createHash } from 'node:crypto';
import type { EntryDraft } from './draft.ts';
import { KnownAids } from './same.ts';

/** What the import wrote of a field, and what it last read upstream: short hashes. */
interface Known {
  written: string;
  seen: string;
}

/** What the repository keeps of an imported aid. */
export interface ImportedAid {
  slug: string;
  fields: Record<string, Known>;
}

/** By the aid’s number. */
export type ImportState = Record<string, ImportedAid>;

/** An entry as it is in `content/opportunities/`. */
export interface Existing {
  slug: string;
  /** Undefined when it cannot be read: such an entry is left as it is. */
  data: Record<string, unknown> | undefined;
  body: string;
}

export interface ImportPlan {
  created: EntryDraft[];
  /** Entries to write back: only these fields change; `body` is the text. */
  updated: {
    slug: string;
    title: string;
    fields: Record<string, unknown>;
    body: string | undefined;
    names: string[];
  }[];
  /** Fields that changed upstream and that a person had changed here: theirs are kept. */
  kept: { slug: string; title: string; names: string[] }[];
  /** Aids that another entry already tells, written by hand or new too. */
  duplicates: { title: string; slug: string }[];
  /** Entries that a person removed: they do not come back. */
  removed: { id: string; slug: string }[];
  /** Aids that are no longer there. */
  gone: { id: string; slug: string }[];
  unchanged: number;
  state: ImportState;
}

/** Written once, then left to people. */
const OURS = new Set(['draft', 'origin']);
/** The day of the reading would change everything each day: it follows the rest. */
const QUIET = new Set(['sources', 'confidence']);

/** Key order does not matter, nor do absent fields. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value ?? null)))
    .digest('base64url')
    .slice(0, 16);
}

function sorted(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined && each !== null)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

const fieldsOf = ({ data, body }: Pick<EntryDraft, 'data' | 'body'>): Record<string, unknown> => ({
  ...data,
  body: body.trim(),
});

interface Given {
  /** The drafts of every aid that fits, by number. */
  drafts: ReadonlyMap<string, EntryDraft>;
  /** The numbers of every aid that is still live, kept or not; undefined when not all of them were read. */
  live: ReadonlySet<string> | undefined;
  existing: readonly Existing[];
  state: ImportState;
}

/** What an import would do: nothing is written here, and nothing that a person wrote is ever replaced. */
export function planImport({ drafts, live, existing, state }: Given): ImportPlan {
  const plan: ImportPlan = {
    created: [],
    updated: [],
    kept: [],
    duplicates: [],
    removed: [],
    gone: [],
    unchanged: 0,
    state: { ...state },
  };
  const known = new KnownAids<Existing>();
  for (const entry of existing) {
    if (originOf(entry) === undefined) known.add(entry);
    else known.addImported(entry);
  }
  const bySlug = new Map(existing.map((entry) => [entry.slug, entry]));
  const byOrigin = new Map(existing.map((entry) => [originOf(entry), entry]));
  // An entry that a person renamed still says where it comes from.
  const entryFor = (id: string, slug: string) => byOrigin.get(id) ?? bySlug.get(slug);
  for (const [id, draft] of drafts) {
    // An entry of ours that nothing remembers is that of an import cut before its end: it is followed from now on.
    const imported = state[id] ?? (byOrigin.has(id) ? asWritten(draft) : undefined);
    const entry = entryFor(id, imported?.slug ?? draft.slug);
    if (imported && !entry) plan.removed.push({ id, slug: imported.slug });
    else if (imported && entry?.data === undefined) plan.unchanged += 1;
    else if (imported && entry) update(plan, id, imported, { ...entry, data: entry.data ?? {} }, draft);
    else {
      const same = entry ?? known.find(draft);
      if (same) plan.duplicates.push({ title: titleOf(draft), slug: same.slug });
      else {
        plan.created.push(draft);
        known.addImported(draft);
        plan.state[id] = asWritten(draft);
      }
    }
  }
  for (const [id, { slug }] of Object.entries(plan.state)) {
    const entry = live?.has(id) === false ? entryFor(id, slug) : undefined;
    if (entry) plan.gone.push({ id, slug: entry.slug });
  }
  return plan;
}

/** The number of the aid that an entry was made from. */
function originOf({ data }: Existing): string | undefined {
  const { origin } = (data ?? {}) as { origin?: { provider?: unknown; id?: string | number } };
  return origin?.provider === 'aides-territoires' ? String(origin.id) : undefined;
}

const titleOf = ({ data, slug }: EntryDraft): string => (typeof data['title'] === 'string' ? data['title'] : slug);

/** What is remembered of a draft as the import writes it. */
const asWritten = (draft: EntryDraft): ImportedAid => ({
  slug: draft.slug,
  fields: Object.fromEntries(
    Object.entries(fieldsOf(draft))
      .filter(([name]) => !OURS.has(name))
      .map(([name, value]) => [name, { written: hashOf(value), seen: hashOf(value) }]),
  ),
});

function update(plan: ImportPlan, id: string, known: ImportedAid, entry: EntryDraft, draft: EntryDraft): void {
  const [here, upstream] = [fieldsOf(entry), fieldsOf(draft)];
  const names = new Set([...Object.keys(known.fields), ...Object.keys(upstream)]);
  const fields: Record<string, Known> = { ...known.fields };
  const [changed, kept]: [string[], string[]] = [[], []];
  const news = [...names].filter((name) => {
    if (OURS.has(name)) return false;
    const was = known.fields[name];
    return hashOf(upstream[name]) !== (was?.seen ?? hashOf(undefined));
  });
  const loud = news.some((name) => !QUIET.has(name));
  for (const name of loud ? news : []) {
    const was = known.fields[name];
    const [mine, theirs] = [hashOf(here[name]), hashOf(upstream[name])];
    const untouched = mine === (was?.written ?? hashOf(undefined));
    if (untouched || mine === theirs) {
      fields[name] = { written: theirs, seen: theirs };
      if (mine !== theirs) changed.push(name);
    } else {
      fields[name] = { written: was?.written ?? hashOf(undefined), seen: theirs };
      kept.push(name);
    }
  }
  plan.state[id] = { slug: entry.slug, fields };
  const title = typeof here['title'] === 'string' ? here['title'] : entry.slug;
  if (changed.length > 0) {
    const values = changed.filter((name) => name !== 'body').map((name) => [name, upstream[name]] as const);
    const body = changed.includes('body') ? draft.body : undefined;
    plan.updated.push({ slug: entry.slug, title, fields: Object.fromEntries(values), body, names: changed });
  }
  if (kept.length > 0) plan.kept.push({ slug: entry.slug, title, names: kept });
  if (changed.length + kept.length === 0) plan.unchanged += 1;
}
