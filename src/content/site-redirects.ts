import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { redirectsOf, type Redirect } from './redirects.ts';
import { contentRoot } from './root.ts';

/** The redirects of the site, for what runs outside Astro's pages; none when its settings cannot be read. */
export function siteRedirects(root = contentRoot): Redirect[] {
  try {
    const text = readFileSync(join(root, 'settings', 'site.md'), 'utf8');
    return redirectsOf(parseFrontmatter(text).frontmatter);
  } catch {
    // The content check says what is wrong with them, and where.
    return [];
  }
}
