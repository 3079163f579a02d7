import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import type { Redirect } from '#content/redirects.ts';
import { siteRedirects } from '#content/site-redirects.ts';

/**
 * The lines of `_redirects`, which Netlify, Cloudflare Pages and GitLab Pages obey before they look for a page.
 * https://docs.netlify.com/manage/routing/redirects/overview/
 */
export const redirectsFile = (redirects: readonly Redirect[]): string =>
  redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');

/** Writes `_redirects` when there are old addresses; other hosts serve the page that stands at each. */
export function hostRedirects(): AstroIntegration {
  return {
    name: 'host-redirects',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const redirects = siteRedirects();
        if (redirects.length > 0) await writeFile(new URL('_redirects', dir), redirectsFile(redirects));
      },
    },
  };
}
