import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { DomUtils, parseDocument } from 'htmlparser2';

const { getElementsByTagName, textContent } = DomUtils;

/**
 * Keeps in each page's Content-Security-Policy the hashes of its own inline scripts and styles. Astro writes those of
 * the whole site in every page: some fifty incompressible hashes, a seventh of what a fiche weighs.
 */
export function ownHashes(): AstroIntegration {
  return {
    name: 'own-hashes',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const pages = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.html'));
        for (const page of pages) {
          const path = join(root, page);
          await writeFile(path, withOwnHashes(await readFile(path, 'utf8')));
        }
      },
    },
  };
}

const HASH = / ?'sha256-[^']+'/g;

/** The page with the hashes that something in it needs, and no other. */
export function withOwnHashes(html: string): string {
  // Undecoded: the policy is looked for in the source, as it is written.
  const page = parseDocument(html, { decodeEntities: false });
  const policy = getElementsByTagName('meta', page).find(
    ({ attribs }) => attribs['http-equiv']?.toLowerCase() === 'content-security-policy',
  )?.attribs['content'];
  if (policy === undefined) return html;
  const inline = [...getElementsByTagName('script', page), ...getElementsByTagName('style', page)].filter(
    ({ attribs }) => attribs['src'] === undefined,
  );
  const needed = new Set(inline.map((element) => `'sha256-${sha256(textContent(element))}'`));
  const kept = policy.replace(HASH, (hash) => (needed.has(hash.trim()) ? ` ${hash.trim()}` : ''));
  return html.replace(policy, () => kept);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
