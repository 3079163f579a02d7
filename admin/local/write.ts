import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file at once: whoever reads, and whoever comes after a cut, finds the old one or the new one, whole. What
 * is being written stands aside under a name with a dot, which neither the content check nor Git reads: that of
 * write-file-atomic ends the check when a cut leaves it.
 */
export async function writeAside(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const aside = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const file = await open(aside, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/** Takes away what cuts have left aside, in a folder and below. */
export async function clearAside(folder: string): Promise<void> {
  const below = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const left = below.filter((each) => each.isFile() && /^\..+\.[\da-f-]{36}\.tmp$/.test(each.name));
  await Promise.all(left.map(({ parentPath, name }) => rm(join(parentPath, name), { force: true })));
}
