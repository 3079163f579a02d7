import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/**
 * Replaces a file at once: a reader sees the old one or the new one, whole, even after a power cut. What a cut may leave
 * beside it bears its name and a number after it, and the site does not read it.
 * @param mode of the file; by default that of the file before, or what the system gives to a new one
 * @throws Error of the disk, whose `path` is that of the file
 */
export function writeWhole(path: string, text: string, mode?: number): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileAtomic.sync(path, text, { mode });
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path }) : error;
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
