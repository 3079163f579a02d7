import { readFile } from 'node:fs/promises';
import type { ReadAids } from './client.ts';

/**
 * A file saved from the API: a page, several, or a list of aids.
 * @throws Error with a sentence in French
 */
export async function readSaved(file: string): Promise<ReadAids> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(
      `Le fichier ${file} n’existe pas ou ne s’ouvre pas. Donnez un fichier JSON enregistré depuis l’API, avec --fichier chemin.json.`,
    );
  });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error(
      `Le fichier ${file} n’est pas du JSON entier : il est coupé, ou ce n’est pas le bon. Enregistrez-le de nouveau depuis l’API.`,
    );
  }
  const pages = Array.isArray(data) ? data : [data];
  const aidsOf = (value: unknown): unknown[] => (isPage(value) ? value.results : [value]);
  const counts = pages.flatMap((page) => (isPage(page) && typeof page.count === 'number' ? page.count : []));
  // A bare list of aids does not say how many there were.
  return { pages: pages.map(aidsOf), total: counts.length > 0 ? counts.reduce((a, b) => Math.max(a, b)) : undefined };
}

const isPage = (value: unknown): value is { results: unknown[]; count?: unknown } =>
  typeof value === 'object' && value !== null && 'results' in value && Array.isArray(value.results);
