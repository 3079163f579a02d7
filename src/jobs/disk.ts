import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file at once: a reader sees the old one or the new one, whole, even after a power cut. What a cut leaves
 * beside it is a hidden file, that the site does not read.
 * @param mode of a new file
 */
export function writeWhole(path: string, text: string, mode = 0o666): void {
  const folder = dirname(path);
  const draft = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    try {
      writeDown(draft, text, mode);
      renameSync(draft, path);
    } finally {
      rmSync(draft, { force: true });
    }
    syncFolder(folder);
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  }
}

function writeDown(path: string, text: string, mode: number): void {
  const file = openSync(path, 'w', mode);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the new name last; Windows cannot open a folder, and needs no such care. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

const TROUBLES: Readonly<Record<string, string>> = {
  EACCES: 'le droit d’y écrire ou de le lire manque',
  EPERM: 'le droit d’y écrire ou de le lire manque',
  EROFS: 'ce disque ne s’écrit pas',
  ENOSPC: 'le disque est plein',
  ENOTDIR: 'un fichier porte le nom d’un dossier',
  EEXIST: 'un fichier porte le nom d’un dossier',
  EISDIR: 'un dossier porte le nom d’un fichier',
};

/** Why the disk refused, in French; undefined for another error. */
export const diskTrouble = (error: unknown): string | undefined =>
  error instanceof Error ? TROUBLES[(error as NodeJS.ErrnoException).code ?? ''] : undefined;
