import { existsSync } from 'node:fs';
import { readFolder, type SourceFile } from '#content/check/folder.ts';

/**
 * The files of the content folder.
 * @throws Error in French when there is no such folder: nothing must not pass for an empty watch
 */
export async function readSourceFiles(root: string): Promise<readonly SourceFile[]> {
  if (!existsSync(root))
    throw new Error(`Le dossier des fiches, ${root}, n’existe pas. Corrigez CONTENT_DIR, ou videz-le.`);
  return (await readFolder(root)).files;
}
