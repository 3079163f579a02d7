import { collections, type CollectionName } from '#schemas/index.ts';
import { metaOf, readEntry, type Collection, type Problem } from '#schemas/kit/index.ts';
import type { z } from 'zod';

/** Front matter as YAML gives it. */
export type Data = Record<string, unknown>;

const MINIMAL: Readonly<Record<CollectionName, Data>> = {
  cantines: { title: 'Lyon Vaise', summary: 'Une cantine.', status: 'open', address: { addressLocality: 'Lyon' } },
  sessions: {
    title: 'Ça mijote',
    summary: 'Une session.',
    kind: 'ca-mijote',
    startsAt: '2027-01-12T18:30',
    endsAt: '2027-01-12T20:00',
    attendance: 'online',
  },
  cohorts: { title: 'Promotion', summary: 'Une promotion.', season: 'march', year: 2027, startsOn: '2027-03' },
  stories: { title: 'Un récit', summary: 'Un récit.', kind: 'recit', theme: 'table', publishedOn: '2026-11-20' },
  quotations: {
    title: 'La vaisselle',
    text: 'On se parle mieux un torchon à la main.',
    spokenBy: 'une convive',
    theme: 'table',
    sources: [{ url: 'https://exemple.org/article', title: 'Un journal', readOn: '2026-11-20' }],
  },
  opportunities: {
    title: 'Un appel',
    summary: 'Un appel.',
    kind: 'prix',
    funder: 'ademe',
    audience: ['cantine-ouverte'],
    territory: { scope: 'national', name: 'France' },
    confidence: 'high',
  },
  'joint-answers': { title: 'À trois', summary: 'Une réponse à trois.', opportunity: 'un-appel' },
  funders: {
    title: 'Une fondation',
    summary: 'Elle aide.',
    kind: 'fondation',
    territory: { scope: 'national', name: 'France' },
  },
  partnerships: {
    title: 'Des épices',
    summary: 'Une offre.',
    kind: 'produits',
    partner: 'Un partenaire',
    offer: 'Des épices.',
    territory: { scope: 'national', name: 'France' },
    howToJoin: 'Écrire au réseau.',
  },
  guides: { title: 'Un guide', summary: 'Un guide.', topic: 'bilans' },
  templates: { title: 'Un modèle', summary: 'Un modèle.', topic: 'bilans' },
  answers: { title: 'Qui êtes-vous ?', kind: 'qui-nous-sommes', versions: { short: 'Une cantine.' } },
  figures: {
    title: 'Cantines ouvertes',
    series: 'cantines',
    value: 18,
    unit: 'cantines',
    source: 'https://exemple.org/chiffres',
    sourceTitle: 'Un rapport',
  },
  milestones: {
    title: 'La première cantine ouvre',
    date: '2016-09-01',
    kind: 'ouverture',
    sources: [{ url: 'https://exemple.org/debuts', title: 'Un journal', readOn: '2026-11-20' }],
  },
  pages: { title: 'Une page', description: 'Une page du site.' },
  settings: { title: 'Le site', tagline: 'À table', description: 'Le site.', organisation: 'Le réseau' },
};

/** A fresh entry with the required fields alone, changed at the given dotted paths (`slots.0.day`). */
export function entryOf(name: CollectionName, changes: Readonly<Record<string, unknown>> = {}): Data {
  const entry = structuredClone(MINIMAL[name]);
  for (const [path, value] of Object.entries(changes)) put(entry, path.split('.'), value);
  return entry;
}

function put(target: Data, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    if (value === undefined) Reflect.deleteProperty(target, step);
    else target[step] = value;
    return;
  }
  target[step] ??= /^\d+$/.test(rest[0] ?? '') ? [] : {};
  put(target[step] as Data, rest, value);
}

export const collectionOf = (name: CollectionName): Collection => collections[name];

export const problemsOf = (name: CollectionName, data: unknown): Problem[] =>
  readEntry(collectionOf(name), data).problems;

/**
 * The entry as it is read.
 * @throws Error naming what is wrong with it.
 */
export function readOf(name: CollectionName, data: unknown): Data {
  const { entry, problems } = readEntry(collectionOf(name), data);
  if (entry === undefined) throw new Error(problems.map(({ field, remedy }) => `${field}: ${remedy}`).join('\n'));
  return entry;
}

/** A field of a collection that holds a value, and where: `['openingHours', 'slots', '0', 'day']`. */
export interface Leaf {
  path: readonly string[];
  schema: z.ZodType;
  /** Changes that make room for it: the other fields that its group needs. */
  around: Readonly<Record<string, unknown>>;
}

/** Every field that is neither a group nor a list of groups, at any depth. */
export function leavesOf(
  fields: Readonly<Record<string, z.ZodType>>,
  above: readonly string[] = [],
  around: Data = {},
): Leaf[] {
  const siblings = above.length === 0 ? {} : neededIn(fields, above);
  return Object.entries(fields).flatMap(([name, schema]) => {
    const path = [...above, name];
    const meta = metaOf(schema);
    const room = { ...around, ...siblings };
    if (meta.kind === 'group') return leavesOf(meta.fields, path, room);
    if (meta.kind !== 'list') return [{ path, schema, around: room }];
    const item = metaOf(meta.item);
    const first = [...path, '0'];
    return item.kind === 'group'
      ? leavesOf(item.fields, first, room)
      : [{ path: first, schema: meta.item, around: room }];
  });
}

const neededIn = (fields: Readonly<Record<string, z.ZodType>>, above: readonly string[]): Data =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, schema]) => metaOf(schema).required)
      .map(([name, schema]) => [[...above, name].join('.'), exampleOf(schema)]),
  );

/** A right value of a field. */
export function exampleOf(schema: z.ZodType): unknown {
  const meta = metaOf(schema);
  switch (meta.kind) {
    case 'text':
      return meta.examples?.[0] ?? 'Un texte';
    case 'number':
      return meta.min ?? 1;
    case 'boolean':
      return true;
    case 'date':
      return '2026-11-20';
    case 'time':
      return '12:30';
    case 'datetime':
      return '2027-01-12T18:30';
    case 'choice':
      return meta.multiple ? Object.keys(meta.options).slice(0, 1) : Object.keys(meta.options)[0];
    case 'reference':
      return meta.multiple ? ['lyon-vaise'] : 'lyon-vaise';
    case 'image':
    case 'file':
      return '/uploads/table.jpg';
    case 'group':
      return neededIn(meta.fields, []);
    case 'list':
      return [exampleOf(meta.item)];
  }
}

/** What an editor can do: every message holds at least one of these. */
export const ASKS =
  /\b(?:Ajoutez|Avancez|Choisissez|Copiez|Corrigez|Donnez|Gardez|Mettez|Raccourcissez|Remplissez|remplissez|Retirez|Videz)\b|É(?:changez|crivez)/;
