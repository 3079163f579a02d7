import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { compressed, isText } from '../compression.ts';
import { buildCache } from './index.ts';

/** Path below `dist/` → content. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The files that these parts make, with their compressed forms: kept together, since they change together. */
export async function keptFiles(space: string, parts: readonly string[], make: () => Promise<Files>): Promise<Files> {
  const bytes = await buildCache().memo(space, parts, async () => serialize(await withCompressed(await make())));
  return deserialize(bytes) as Files;
}

async function withCompressed(files: Files): Promise<Files> {
  const forms = [...files].map(async ([path, content]) => {
    const others = isText(path) ? await compressed(content, 'lasting') : [];
    return [[path, content] as const, ...others.map(([end, bytes]) => [path + end, bytes] as const)];
  });
  return new Map((await Promise.all(forms)).flat());
}

export async function writeFiles(dir: string, files: Files): Promise<void> {
  for (const folder of new Set([...files.keys()].map((path) => dirname(path)))) {
    await mkdir(join(dir, folder), { recursive: true });
  }
  await Promise.all([...files].map(([path, content]) => writeFile(join(dir, path), content)));
}
