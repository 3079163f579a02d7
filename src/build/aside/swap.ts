/**
 * Puts a built folder in the place of the last one, says so, then removes the last: `node src/build/aside/swap.ts NEXT
 * LIVE LAST`. A process of its own, in a group of its own: a build killed at this moment does not stop between the two
 * names, and nobody waits for thousands of files to be removed.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';

const [next, live, last] = process.argv.slice(2);
if (!next || !live || !last) throw new Error('Usage: node src/build/aside/swap.ts NEXT LIVE LAST');
if (existsSync(live)) renameSync(live, last);
renameSync(next, live);
process.stdout.write('swapped\n');
rmSync(last, { recursive: true, force: true, maxRetries: 3 });
