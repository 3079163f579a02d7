import { resolve } from 'node:path';
import { site } from '#site.ts';
import { contentRoot, uploadsRoot } from '../root.ts';
import type { ContentFolders } from './index.ts';

/** The folders of the site whose project is at `projectRoot`, `CONTENT_DIR` and `SITE_URL` heeded. */
export function siteFolders(projectRoot: string): ContentFolders {
  return {
    root: resolve(projectRoot, contentRoot),
    publicDir: resolve(projectRoot, 'public'),
    uploadsDir: resolve(projectRoot, uploadsRoot),
    pagesDir: resolve(projectRoot, 'src/pages'),
    live: site.live,
  };
}
