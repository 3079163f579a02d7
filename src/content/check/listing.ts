import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Listing } from './addresses.ts';

/** The files of the public folder and the sources of the pages; a folder that is absent holds none. */
export async function listSite(folders: { publicDir: string; pagesDir?: string | undefined }): Promise<Listing> {
  const [files, pages] = await Promise.all([folders.publicDir, folders.pagesDir].map(filesUnder));
  return { files: files ?? [], pages: pages ?? [] };
}

async function filesUnder(folder: string | undefined): Promise<string[]> {
  if (folder === undefined) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .map((path) => (path.startsWith('/') ? path : `/${path}`));
}
