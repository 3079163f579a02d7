/** Writes the files of `/lieux/` into a folder, as a build serves them: `node src/places/shards-cli.ts FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allShards } from './all-shards.ts';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Usage: node src/places/shards-cli.ts FOLDER');
mkdirSync(join(folder, 'lieux'), { recursive: true });
for (const [shard, data] of allShards()) writeFileSync(join(folder, 'lieux', `${shard}.json`), JSON.stringify(data));
