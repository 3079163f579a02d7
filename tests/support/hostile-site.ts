import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import sharp from 'sharp';
import { stringify } from 'yaml';
import { checkContent } from '#content/check/index.ts';
import { siteFolders } from '#content/check/folders.ts';
import { FIXED_PAGES, PAGE_IDS, standInLists } from '#content/routes.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import type { Collection } from '#schemas/kit/index.ts';
import { entries, FILES, IMAGES } from './arbitraries.ts';
import { collectionOf, entryOf } from './entries.ts';
import { hostileText, HOSTILE_ADDRESSES } from './hostile-texts.ts';

/** An entry of the site, as it was written. */
export interface WrittenEntry {
  collection: CollectionName;
  slug: string;
  data: Readonly<Record<string, unknown>>;
}

export interface HostileSite {
  entries: readonly WrittenEntry[];
  /** How many entries the content check refused: they are not in the site. */
  refused: number;
}

/** How many entries each collection has: enough for lists, references and feeds, few enough for hundreds of builds. */
const SIZES: Readonly<Partial<Record<CollectionName, number>>> = {
  cantines: 4,
  sessions: 4,
  cohorts: 2,
  stories: 3,
  quotations: 3,
  opportunities: 5,
  funders: 3,
  'joint-answers': 3,
  partnerships: 2,
  guides: 3,
  templates: 3,
  answers: 3,
  figures: 3,
  milestones: 3,
};

/** No other entry refers to theirs: a draft among them takes none along. */
const UNNAMED: ReadonlySet<CollectionName> = new Set([
  'sessions',
  'stories',
  'quotations',
  'joint-answers',
  'templates',
  'answers',
  'milestones',
]);

/** Names that programs take for something else, and usual ones. */
const SLUGS = [
  ...['constructor', 'prototype', 'tostring', 'null', 'true', 'then', 'default', 'length'],
  ...['contenu', 'menu', 'titre', 'main', '404', '0', '2027', '1e3', 'admin', 'api', 'robots', 'sitemap', 'feed'],
  ...['lyon-vaise', 'une-fiche', 'x', 'a-b-c-d-e', 'con', 'aux', 'a'.repeat(150)],
];

/** A text that Markdown shows as it is. */
const escaped = (text: string): string =>
  text
    .replace(/[\n\r\u2028\u2029]+/g, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** Pieces of Markdown of every kind, around hostile texts, as they are or escaped. */
const block: Arbitrary<string> = fc
  .tuple(
    fc.constantFrom<(text: string, other: string) => string>(
      (text) => text,
      (text) => escaped(text),
      (text, other) => `**${escaped(text)}** et *${escaped(other)}*`,
      (text, other) => `## ${escaped(text)}\n\n${escaped(other)}\n\n### ${escaped(other)}`,
      (text, other) => `- ${escaped(text)}\n- [ ] ${escaped(other)}\n  1. ${escaped(text)}`,
      (text, other) => `> ${escaped(text)}\n>\n> - ${escaped(other)}`,
      (text) => `~~~\n${text.replaceAll('~', '')}\n~~~`,
      (text) => `\`${text.replace(/[`\n]/g, '')}\``,
      (text, other) => `|a|b|\n|:-|-:|\n|${escaped(text)}|${escaped(other)}|`,
      (text) => `[${escaped(text)}](/cantines/) ![${escaped(text)}](${IMAGES[0]} "${escaped(text)}")`,
      (text) => `[${escaped(text)}](https://exemple.org/?a=1&b=%22%3E) [b][c]\n\n[c]: /sessions/ "${escaped(text)}"`,
      (text, other) => `${escaped(text)}[^1]\n\n[^1]: ${escaped(other)}`,
      () => '## Contenu\n\n## Contenu\n\n## Sources\n\n* * *\n\nUne ligne.  \nUne autre.\\\nUne autre encore.',
    ),
    hostileText,
    hostileText,
  )
  .map(([make, text, other]) => make(text, other));

const bodyOf = ({ body: { required, footnotes = true } }: Collection): Arbitrary<string> =>
  fc
    .array(
      block.filter((text) => footnotes || !text.includes('[^1]')),
      { minLength: required ? 1 : 0, maxLength: 5 },
    )
    .map((blocks) => blocks.join('\n\n'));

const fileOf = ({ collection, slug }: Pick<WrittenEntry, 'collection' | 'slug'>) => `content/${collection}/${slug}.md`;

async function refusedIn(root: string): Promise<Set<string>> {
  return new Set((await checkContent({ ...siteFolders(root), whole: true })).map(({ file }) => file));
}

function write(root: string, entry: WrittenEntry, text: string): void {
  const path = join(root, fileOf(entry));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `---\n${stringify(entry.data, { aliasDuplicateObjects: false })}---\n\n${text}\n`);
}

/** The pictures and documents that entries may name. */
export async function writeUploads(root: string): Promise<void> {
  mkdirSync(join(root, 'public/uploads'), { recursive: true });
  const picture = sharp({ create: { width: 1600, height: 900, channels: 3, background: '#c8402a' } });
  for (const path of IMAGES) await picture.clone().toFile(join(root, 'public', path));
  for (const path of FILES) writeFileSync(join(root, 'public', path), 'Un document.');
}

/**
 * Writes a site of random entries into the `content/` of the project at `root`: what the content check refuses of them
 * is dropped, and counted. The same seed writes the same site.
 */
export async function writeHostileSite(root: string, seed: number): Promise<HostileSite> {
  rmSync(join(root, 'content'), { recursive: true, force: true });
  let draws = 0;
  const draw = <T>(arbitrary: Arbitrary<T>): T => {
    draws += 1;
    return fc.sample(arbitrary, { numRuns: 1, seed: seed * 100_000 + draws })[0] as T;
  };
  const names = Object.keys(SIZES) as CollectionName[];
  const slugs = new Map(
    names.map((name) => {
      const possible = standInLists(name) ? SLUGS.filter((slug) => !PAGE_IDS.has(slug)) : SLUGS;
      return [name, draw(fc.shuffledSubarray(possible, { minLength: SIZES[name], maxLength: SIZES[name] }))];
    }),
  );
  const source = {
    slugs: (name: string) => fc.constantFrom(...(slugs.get(name as CollectionName) ?? ['a'])),
    texts: hostileText,
    addresses: fc.constantFrom(...HOSTILE_ADDRESSES),
  };
  const drawn = (collection: CollectionName, slug: string): WrittenEntry => ({
    collection,
    slug,
    data: {
      ...draw(entries(collectionOf(collection), source)),
      draft: UNNAMED.has(collection) && draw(fc.nat(9)) === 0 ? true : undefined,
    },
  });
  const fixed = [
    ...Object.keys(FIXED_PAGES).map((slug) => ({ collection: 'pages' as const, slug })),
    { collection: 'settings' as const, slug: 'site' },
  ];
  let written: WrittenEntry[] = [
    ...fixed.map(({ collection, slug }) => {
      const { data } = drawn(collection, slug);
      return { collection, slug, data: { ...data, draft: undefined, demo: undefined } };
    }),
    ...names.flatMap((name) => (slugs.get(name) ?? []).map((slug) => drawn(name, slug))),
  ];
  for (const entry of written) write(root, entry, draw(bodyOf(collectionOf(entry.collection))));
  let refused = 0;
  // What refers to an entry that is dropped goes with it.
  for (let wrong = await refusedIn(root); wrong.size > 0; wrong = await refusedIn(root)) {
    for (const entry of written.filter((each) => wrong.has(fileOf(each)))) {
      refused += 1;
      if (fixed.some(({ slug, collection }) => slug === entry.slug && collection === entry.collection)) {
        // A site cannot do without it: the same without its text, or else as it must be.
        const isBare = entry.data['description'] === 'La page.';
        const data = isBare ? { ...entryOf(entry.collection) } : { ...entry.data, description: 'La page.' };
        written = written.map((each) => (each === entry ? { ...entry, data } : each));
        write(root, { ...entry, data }, '');
      } else {
        rmSync(join(root, fileOf(entry)));
        written = written.filter((each) => each !== entry);
      }
    }
  }
  for (const name of Object.keys(collections)) mkdirSync(join(root, 'content', name), { recursive: true });
  return { entries: written, refused };
}
