import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';

const HASH = / ?'sha256-[^']+'/g;

/** Pages share their styles and scripts: each is hashed once. */
const hashes = new Map<string, string>();

function sha256(text: string): string {
  const hash = hashes.get(text) ?? createHash('sha256').update(text).digest('base64');
  hashes.set(text, hash);
  return hash;
}

/**
 * The page whose Content-Security-Policy has the hashes of its own inline scripts and styles. Astro writes those of the
 * whole site in every page: some fifty incompressible hashes, a seventh of what a fiche weighs.
 */
export function withOwnHashes(html: string): string {
  let policy: string | undefined;
  let inline: string | undefined;
  const needed = new Set<string>();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy')
          policy ??= attributes['content'];
        if ((name === 'script' || name === 'style') && attributes['src'] === undefined) inline = '';
      },
      ontext: (text) => {
        if (inline !== undefined) inline += text;
      },
      onclosetag: () => {
        if (inline !== undefined) needed.add(`'sha256-${sha256(inline)}'`);
        inline = undefined;
      },
    },
    // Undecoded: the policy is looked for in the source, as it is written.
    { decodeEntities: false },
  );
  parser.end(html);
  if (policy === undefined) return html;
  const kept = policy.replace(HASH, (hash) => (needed.has(hash.trim()) ? ` ${hash.trim()}` : ''));
  return html.replace(policy, () => kept);
}
