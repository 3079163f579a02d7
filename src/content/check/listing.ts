import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Listing } from './addresses.ts';

interface Folders {
  publicDir: string;
  /** Where the uploads are, when it is not in the public folder. */
  uploadsDir?: string | undefined;
  pagesDir?: string | undefined;
}

/** The files that are served as they are, and the sources of the pages; a folder that is absent holds none. */
export async function listSite({ publicDir, uploadsDir, pagesDir }: Folders): Promise<Omit<Listing, 'redirects'>> {
  const [files = [], uploads = [], pages = []] = await Promise.all([publicDir, uploadsDir, pagesDir].map(filesUnder));
  return { files: [...files, ...uploads.map((path) => `/uploads${path}`)], pages };
}

async function filesUnder(folder: string | undefined): Promise<string[]> {
  if (folder === undefined) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .map((path) => (path.startsWith('/') ? path : `/${path}`));
}
