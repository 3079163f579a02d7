import { collections, type CollectionName } from '#schemas/index.ts';
import { metaAt, readEntry, type Collection } from '#schemas/kit/index.ts';
import { reservedNames, siteAddresses, type SiteAddresses } from './addresses.ts';
import { hiddenBy, type Entries, type ReadEntry } from './entry.ts';
import { missingEntries, nameProblems } from './fixed-entries.ts';
import { readFolder, type SourceFile } from './folder.ts';
import { readFrontMatter, readPath } from './front-matter.ts';
import { leavesOf } from './leaves.ts';
import type { FileProblem, LocatedProblem } from './problem.ts';
import { redirectProblems } from './redirects.ts';
import { referenceProblems } from './references.ts';
import { textProblems } from './texts.ts';

export { formatProblems, formatSuccess } from './format.ts';
export type { FileProblem } from './problem.ts';

export interface ContentFolders {
  /** The content folder, which holds one folder per collection. */
  root: string;
  /** The folder served as it is, which holds `uploads/`. */
  publicDir: string;
  /** The folder of what editors upload, when it is another than `uploads/` of `publicDir`. */
  uploadsDir?: string | undefined;
  /** The folder of Astro's pages: its fixed routes are addresses that links may use. */
  pagesDir?: string | undefined;
  /** True for a build that leaves examples out (`site.live`). */
  live?: boolean | undefined;
  /** True when what the network has yet to write may still be missing: nothing goes online today. */
  unfinished?: boolean | undefined;
  /** True for the folder of a whole site, whose fixed pages and settings must be there. */
  whole?: boolean | undefined;
}

/** Every error of every file of a content folder, sorted by file and line, and how many entries were read. */
export async function inspectContent(folders: ContentFolders): Promise<{ problems: FileProblem[]; entries: number }> {
  const { files, problems } = await readFolder(folders.root);
  const read: ReadEntry[] = [];
  for (const source of files) {
    problems.push(
      ...guarded(source.file, () => {
        const entry = readSource(source, folders.live ?? false);
        read.push(entry);
        return entry.problems;
      }),
    );
  }
  const entries = bySlug(read);
  const addresses = await siteAddresses(entries, folders);
  const reserved = await reservedNames(folders.pagesDir);
  for (const entry of read) {
    problems.push(
      ...guarded(entry.file, () => [
        ...nameProblems(entry, reserved),
        ...entryProblems(entry, entries, addresses, folders),
      ]),
    );
  }
  if (folders.whole) problems.push(...missingEntries(entries));
  return { problems: sorted(problems), entries: files.length };
}

/** Every error of every file of a content folder; it never throws because of what a file holds. */
export async function checkContent(folders: ContentFolders): Promise<FileProblem[]> {
  return (await inspectContent(folders)).problems;
}

function readSource({ text, ...source }: SourceFile, live: boolean): ReadEntry {
  const frontMatter = readFrontMatter(text);
  const { fields } = collections[source.collection];
  const problems = frontMatter.problems.map((problem) => ({
    ...problem,
    label: metaAt(fields, readPath(problem.field))?.label,
  }));
  return { ...source, ...frontMatter, problems, hidden: hiddenBy(frontMatter.data, live) };
}

function bySlug(read: readonly ReadEntry[]): Entries {
  const names = Object.keys(collections) as CollectionName[];
  return new Map(
    names.map((name) => [
      name,
      new Map(read.filter(({ collection }) => collection === name).map((entry) => [entry.slug, entry])),
    ]),
  );
}

/** What the fixed pages say as long as the network has not completed them. */
const UNFINISHED = /à compléter par le réseau avant la mise en ligne/i;

/** A live build must not publish a legal page with holes. */
function unfinishedProblems({ body }: ReadEntry): LocatedProblem[] {
  const lines = (body?.text ?? '').split('\n');
  return lines.flatMap((line, index) =>
    UNFINISHED.test(line)
      ? {
          field: 'texte',
          line: (body?.line ?? 1) + index,
          found: `« ${line.replace(/[*_]/g, '').trim()} »`,
          expected: 'un texte complet avant la mise en ligne',
          remedy:
            'Écrivez l’information qui manque à la place de ces mots, ou retirez SITE_URL tant que le site n’est pas en ligne.',
        }
      : [],
  );
}

function entryProblems(
  entry: ReadEntry,
  entries: Entries,
  addresses: SiteAddresses,
  { live, unfinished }: ContentFolders,
): LocatedProblem[] {
  const collection: Collection = collections[entry.collection];
  const leaves = leavesOf(collection.fields, entry.data);
  const told = new Set(entry.problems.map(({ field }) => field));
  const wrong = entry.data === undefined ? [] : readEntry(collection, entry.data).problems;
  return [
    // An impossible date is told from the text; the schema sees only what YAML made of it.
    ...wrong.filter(({ field }) => !told.has(field)),
    ...referenceProblems(entry, leaves, entries),
    ...redirectProblems(entry, addresses),
    ...textProblems(entry, leaves, addresses),
    ...(live && !unfinished && entry.hidden === undefined ? unfinishedProblems(entry) : []),
  ].map((problem) => ({ line: entry.lineOf(problem.field), ...defined(problem) }));
}

/** Drops an absent line, so that the line of the field stands for it. */
function defined({ line, ...problem }: LocatedProblem): LocatedProblem {
  return line === undefined ? problem : { ...problem, line };
}

/** Nothing a file holds may hide the errors of the others: what breaks a reader is told as an error of that file. */
function guarded(file: string, check: () => LocatedProblem[]): FileProblem[] {
  try {
    return check().map((problem) => ({ file, ...problem }));
  } catch (error) {
    return [
      {
        file,
        field: 'fichier',
        found: `un contenu que la vérification ne sait pas lire (${error instanceof Error ? error.message : String(error)})`,
        expected: 'une fiche comme les autres',
        remedy: 'Reprenez une fiche qui marche, et recopiez-y le texte petit à petit.',
      },
    ];
  }
}

function sorted(problems: readonly FileProblem[]): FileProblem[] {
  return problems.toSorted((one, other) =>
    one.file < other.file ? -1 : one.file > other.file ? 1 : (one.line ?? 0) - (other.line ?? 0),
  );
}
