import { collections, type CollectionName } from '#schemas/index.ts';
import { metaAt, readPath } from '#schemas/kit/index.ts';
import { toMdast } from '../mdast.ts';
import { redirectsOf } from '../redirects.ts';
import { entryProblems } from './entry-problems.ts';
import { hiddenBy, type Entries, type ReadEntry } from './entry.ts';
import { missingEntries, nameProblems } from './fixed-entries.ts';
import { readFolder, type SourceFile } from './folder.ts';
import { readFrontMatter } from './front-matter.ts';
import { listSite } from './listing.ts';
import type { FileProblem, LocatedProblem } from './problem.ts';
import { siteOf, type Site } from './site.ts';

export { formatDrafts, formatLeft, formatProblems, formatSuccess } from './format.ts';
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

export interface Inspection {
  /** Every error that stops a build, by file and line. */
  problems: FileProblem[];
  /** What remains to be mended in drafts before they are published: none of it is read by the site. */
  drafts: FileProblem[];
  /** Every entry that could be read. */
  entries: readonly ReadEntry[];
  /** What was found beside the errors, for the check of one entry more. */
  site: Site;
}

/** Reads every file of a content folder; it never throws because of what a file holds. */
export async function inspectContent(folders: ContentFolders): Promise<Inspection> {
  const { files, problems } = await readFolder(folders.root);
  const drafts: FileProblem[] = [];
  const read: ReadEntry[] = [];
  for (const source of files) {
    problems.push(
      ...guarded(source.file, () => {
        const entry = readSource(source, folders.live ?? false);
        read.push(entry);
        return entry.hidden === 'draft' ? [] : entry.problems;
      }),
    );
  }
  const entries = bySlug(read);
  const live = folders.live ?? false;
  const redirects = [...(entries.get('settings')?.values() ?? [])].flatMap(({ data }) => redirectsOf(data));
  const listing = { ...(await listSite(folders)), redirects: redirects.map(({ from }) => from) };
  const site = siteOf(entries, listing, { live, finished: live && folders.unfinished !== true });
  for (const entry of read) {
    problems.push(...guarded(entry.file, () => nameProblems(entry, site.reserved)));
    const told = guarded(entry.file, () => entryProblems(entry, site, toMdast));
    if (entry.hidden !== 'draft') problems.push(...told);
    else drafts.push(...entry.problems.map((problem) => ({ file: entry.file, ...problem })), ...told);
  }
  if (folders.whole) problems.push(...missingEntries(entries));
  return { problems: sorted(problems), drafts: sorted(drafts), entries: read, site };
}

/** Every error of a content folder that stops a build. */
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

function bySlug(read: readonly ReadEntry[]): Entries<ReadEntry> {
  const names = Object.keys(collections) as CollectionName[];
  return new Map(
    names.map((name) => [
      name,
      new Map(read.filter(({ collection }) => collection === name).map((entry) => [entry.slug, entry])),
    ]),
  );
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
