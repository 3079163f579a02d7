import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

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

const POLICY = /<meta http-equiv="content-security-policy" content="([^"]*)"/i;
const INLINE = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/gi;
const HASH = / ?'sha256-[^']+'/g;

/** The page with the hashes that something in it needs, and no other. */
export function withOwnHashes(html: string): string {
  const policy = POLICY.exec(html)?.[1];
  if (policy === undefined) return html;
  const needed = new Set(
    [...html.matchAll(INLINE)]
      .filter(([, , attributes = '']) => !/\ssrc=/.test(attributes))
      .map(([, , , content = '']) => ` 'sha256-${createHash('sha256').update(content).digest('base64')}'`),
  );
  const kept = policy.replace(HASH, (hash) => (needed.has(` ${hash.trim()}`) ? ` ${hash.trim()}` : ''));
  return html.replace(policy, () => kept);
}
