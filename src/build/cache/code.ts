import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What makes a page, besides its content: what is imported, what it was compiled by, and the libraries. */
export const SITE_CODE = ['src', 'admin', 'public', 'astro.config.mjs', 'tsconfig.json', 'package-lock.json'] as const;

/** What editors upload is content: it is served as it is, and no page holds it. */
const NOT_CODE = /^public[\\/]uploads(?:[\\/]|$)/;

/** The hash of these files and folders of the project, and of the Node that runs them. */
export function codeHash(paths: readonly string[] = SITE_CODE): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.flatMap(filesOf)) hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !NOT_CODE.test(file))
    .toSorted();
}
