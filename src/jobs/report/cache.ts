import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeWhole } from '../disk.ts';
import { LINK_STATES } from './links.ts';

const checked = z.object({
  checkedOn: z.iso.date(),
  results: z.array(
    z.object({
      url: z.string(),
      state: z.enum(Object.keys(LINK_STATES) as (keyof typeof LINK_STATES)[]),
      why: z.string(),
      movedTo: z.string().optional(),
    }),
  ),
});

/** The last check of the links and its day, in France. */
export type CheckedLinks = z.infer<typeof checked>;

/**
 * The last check that was kept; undefined when there is none, or none that can be read.
 * @param urls the addresses of today: what an editor removed since is no longer told
 */
export async function readChecked(file: string, urls: readonly string[]): Promise<CheckedLinks | undefined> {
  try {
    const { checkedOn, results } = checked.parse(JSON.parse(await readFile(file, 'utf8')));
    const held = new Set(urls);
    return { checkedOn, results: results.filter(({ url }) => held.has(url)) };
  } catch {
    return undefined;
  }
}

export function keepChecked(file: string, links: CheckedLinks): void {
  writeWhole(file, `${JSON.stringify(links, undefined, 2)}\n`);
}
