import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentRoot } from './root.ts';

/** An address that answered once, and where it leads. */
export interface Redirect {
  /** A site path, with its slashes: `/cantines/lyon-vaise/`. */
  from: string;
  /** A site path or a whole address. */
  to: string;
}

const isRedirect = (value: unknown): value is Redirect =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<Redirect>).from === 'string' &&
  typeof (value as Partial<Redirect>).to === 'string';

/** The redirects of a settings entry, as its front matter gives them: those that can be read. */
export function redirectsOf(settings: Readonly<Record<string, unknown>> | undefined): Redirect[] {
  const { redirects } = settings ?? {};
  return Array.isArray(redirects) ? redirects.filter(isRedirect) : [];
}

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
