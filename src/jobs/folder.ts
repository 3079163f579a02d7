import { existsSync } from 'node:fs';
import { hiddenBy } from '#content/check/entry.ts';
import { readFolder, type SourceFile } from '#content/check/folder.ts';
import { readFrontMatter } from '#content/check/front-matter.ts';
import { inspectContent, type ContentFolders, type FileProblem } from '#content/check/index.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { readEntry, type Collection } from '#schemas/kit/index.ts';

/**
 * The files of the content folder.
 * @throws Error in French when there is no such folder: nothing must not pass for an empty watch
 */
export async function readSourceFiles(root: string): Promise<readonly SourceFile[]> {
  if (!existsSync(root))
    throw new Error(`Le dossier des fiches, ${root}, n’existe pas. Corrigez CONTENT_DIR, ou videz-le.`);
  return (await readFolder(root)).files;
}

/** The shown entries of a collection, no draft, no example in a live site; and its files that cannot be read. */
export function shownOf<C extends Collection>(files: readonly SourceFile[], collection: C, live: boolean) {
  const shown = files
    .filter((file) => file.collection === collection.name)
    .map(({ file, slug, text }) => ({ file, slug, data: readFrontMatter(text).data }))
    .filter(({ data }) => !hiddenBy(data, live))
    .map(({ file, slug, data }) => ({ file, slug, entry: readEntry(collection, data).entry }));
  return {
    entries: shown.flatMap(({ slug, entry }) => (entry ? { slug, data: entry } : [])),
    unreadable: shown.flatMap(({ file, entry }) => (entry ? [] : file)),
  };
}

/** The errors of the entries of some collections, and of what belongs to none. */
export async function problemsOf(
  folders: ContentFolders,
  used: readonly CollectionName[],
): Promise<readonly FileProblem[]> {
  return (await inspectContent(folders)).problems.filter(({ file }) => {
    const [, folder = ''] = file.split('/');
    return !Object.hasOwn(collections, folder) || used.some((name) => name === folder);
  });
}
