import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Files } from './cache/files.ts';

/**
 * The files that a script of the project writes into the folder that it is given, in a process of its own: its memory
 * goes with it.
 * @throws Error with what it printed when it fails.
 */
export async function filesMadeBy(script: string): Promise<Files> {
  const folder = await mkdtemp(join(tmpdir(), 'petites-cantines-build-'));
  try {
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'ignore', 'pipe'] });
    const [printed] = await Promise.all([text(child.stderr), once(child, 'close')]);
    if (child.exitCode !== 0) throw new Error(`${script} has failed:\n${printed}`);
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    const read = async (path: string) => [relative(folder, path), new Uint8Array(await readFile(path))] as const;
    const paths = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    return new Map(await Promise.all(paths.map(read)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
