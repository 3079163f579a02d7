import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { stringify } from 'yaml';
import { checkContent, formatProblems } from '#content/check/index.ts';
import { siteFolders } from '#content/check/folders.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { bodies, entries, FILES, IMAGES } from './arbitraries.ts';
import { collectionOf } from './entries.ts';

/** What editors may do to the content of a site, whose project is at `root`. Each throws when it cannot be done. */
type Change = (root: string, seed: number) => Promise<string> | string;

const NAMES = Object.keys(collections) as CollectionName[];
const folderOf = (root: string, name: CollectionName) => join(root, 'content', name);
const slugsIn = (root: string, name: CollectionName): string[] =>
  readdirSync(folderOf(root, name))
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length));
/** What the content check has against it, with the examples and as if online without them. */
const problemsOf = async (root: string) => [
  ...(await checkContent({ ...siteFolders(root), live: false })),
  ...(await checkContent({ ...siteFolders(root), live: true, unfinished: true })),
];

/** The texts of the fixed pages, and the settings of the whole site: edited, never removed. */
const FIXED_NAMES: ReadonlySet<CollectionName> = new Set(['pages', 'settings']);
const isFixed = (file: string) => FIXED_NAMES.has(file.split('/')[1] as CollectionName);

/** Removes what refers to what is gone, until nothing does: entries whole, links out of the fixed pages. */
async function prune(root: string): Promise<number> {
  let removed = 0;
  for (let problems = await problemsOf(root); problems.length > 0; problems = await problemsOf(root)) {
    for (const file of new Set(problems.map((problem) => problem.file))) {
      const path = join(root, file);
      if (!isFixed(file)) {
        rmSync(path);
        removed += 1;
        continue;
      }
      const ofFile = problems.filter((problem) => problem.file === file);
      const addresses = ofFile.flatMap(({ found }) => /«\s(\S+)\s»/.exec(found)?.[1] ?? []);
      const before = readFileSync(path, 'utf8');
      const after = before.replace(/\[([^\]]*)\]\(([^)]*)\)/g, (link, words: string, address: string) =>
        addresses.includes(address) ? words : link,
      );
      if (after === before) throw new Error(`Nothing to take out of ${file}:\n${formatProblems(problems)}`);
      writeFileSync(path, after);
    }
  }
  return removed;
}

/** A file of a collection that the check lets through, with every awkward value that its fields may hold. */
async function addOne(root: string, name: CollectionName, seed: number): Promise<void> {
  const collection = collectionOf(name);
  const slugs = (of: string) => fc.constantFrom(...slugsIn(root, of as CollectionName));
  const path = join(folderOf(root, name), 'fiche-au-hasard.md');
  const drawn = fc.sample(fc.tuple(entries(collection, { slugs }), bodies), { numRuns: 500, seed });
  for (const [data, body] of drawn) {
    const shown = { ...data, draft: undefined, demo: undefined };
    writeFileSync(path, `---\n${stringify(shown)}---\n\n${body}\n`);
    if ((await problemsOf(root)).length === 0) return;
  }
  throw new Error(`No entry of ${name} among ${drawn.length} is accepted: draw others (--seed=…).`);
}

async function addOneToEach(root: string, seed: number): Promise<string> {
  const uploads = join(root, 'public/uploads');
  mkdirSync(uploads, { recursive: true });
  const picture = sharp({ create: { width: 1600, height: 900, channels: 3, background: '#c8402a' } });
  for (const path of IMAGES) await picture.clone().toFile(join(root, 'public', path));
  for (const path of FILES) writeFileSync(join(root, 'public', path), 'Un document.');
  for (const [index, name] of NAMES.entries()) await addOne(root, name, seed + index);
  return `one entry more in each of ${NAMES.length} collections`;
}

/** The cantine of which the other entries speak most. */
function mostNamed(root: string): string {
  const texts = NAMES.flatMap((name) =>
    slugsIn(root, name).map((slug) => readFileSync(join(folderOf(root, name), `${slug}.md`), 'utf8')),
  );
  const naming = (slug: string) => texts.filter((text) => new RegExp(`\\b${slug}\\b`).test(text)).length;
  return slugsIn(root, 'cantines').toSorted((one, other) => naming(other) - naming(one))[0] ?? '';
}

async function removeCantine(root: string): Promise<string> {
  const slug = mostNamed(root);
  rmSync(join(folderOf(root, 'cantines'), `${slug}.md`));
  return `${slug} removed, and ${await prune(root)} entries that named it`;
}

/** A date, a month or a year that is the whole value of a line of front matter. */
const DATED = /^(\s*(?:- )?(?:(\w+): )?["']?)(\d{4})((?:-\d\d){0,2}(?:T\d\d:\d\d)?["']?)$/;
const OF_A_YEAR = /(?:On|[aA]sOf|year|from|to)$/;

function moveLine(line: string, years: number): string {
  return line.replace(DATED, (whole: string, head: string, key: string | undefined, year: string, rest: string) => {
    if (!rest.includes('-') && !OF_A_YEAR.test(key ?? '')) return whole;
    return `${head}${Number(year) + years}${rest.replace('-02-29', '-02-28')}`;
  });
}

const moveDates = (years: number) => (root: string) => {
  let moved = 0;
  for (const name of NAMES) {
    for (const slug of slugsIn(root, name)) {
      const path = join(folderOf(root, name), `${slug}.md`);
      const [, head = '', body = ''] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(readFileSync(path, 'utf8')) ?? [];
      const lines = head.split('\n').map((line) => moveLine(line, years));
      moved += lines.filter((line, index) => line !== head.split('\n')[index]).length;
      writeFileSync(path, lines.join('\n') + body);
    }
  }
  return `${moved} dates moved by ${years} year`;
};

const removeAll = (name: CollectionName) => (root: string) => {
  const gone = slugsIn(root, name);
  for (const slug of gone) rmSync(join(folderOf(root, name), `${slug}.md`));
  return `${gone.length} entries of ${name} removed`;
};

const empty = (name: CollectionName) => async (root: string) =>
  `${removeAll(name)(root)}, and ${await prune(root)} that named them`;

/** Every change, by name. */
export const CHANGES: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['one-more', addOneToEach],
  ['one-cantine-less', removeCantine],
  ['a-year-later', moveDates(1)],
  ['a-year-earlier', moveDates(-1)],
  ...NAMES.map((name): [string, Change] => [`no-${name}`, FIXED_NAMES.has(name) ? removeAll(name) : empty(name)]),
]);

/** Without its fixed pages or its settings there is no site: the content check refuses these, and nothing is built. */
export const REFUSED: ReadonlySet<string> = new Set([...FIXED_NAMES].map((name) => `no-${name}`));
