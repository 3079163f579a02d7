import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import { frontmatterYAML } from 'decap-cms-core/dist/esm/formats/frontmatter.js';

/**
 * Writes an entry as Decap does (`entryToRaw` in decap-cms-core/src/backend.ts): its own formatter,
 * the fields in the order of the form, a final line break.
 */
export function decapWrites(data: Record<string, unknown>, fieldOrder: readonly string[], body = ''): string {
  const raw: string = frontmatterYAML().toFile({ ...dropUndefined(data), body }, [...fieldOrder, 'body'], {});
  return raw.endsWith('\n') ? raw : `${raw}\n`;
}

/** Opens a file as Decap does, the text under `body`. */
export const decapReads = (raw: string): Record<string, unknown> => frontmatterYAML().fromFile(raw);

/** Reads a file as Astro does. */
export function astroReads(raw: string): { data: unknown; body: string } {
  const { frontmatter, content } = parseFrontmatter(raw);
  return { data: frontmatter, body: content };
}

/** Immutable's `toJS` has no `undefined`: a field that was never touched has no key. */
function dropUndefined(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}
