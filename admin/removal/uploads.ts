import { citing, type EntryIndex } from '#content/check/entry-index.ts';
import { joinWords } from '#domain/french.ts';

/** How many entries a sentence names. */
const MOST_NAMED = 4;

/** Why files stay: the entries that show them; undefined when nobody does. Paths begin with `public/uploads/`. */
export function uploadsInUse(index: EntryIndex, paths: readonly string[]): string | undefined {
  const addresses = paths.filter((path) => path.startsWith('public/')).map((path) => path.slice('public'.length));
  const citers = citing(index, addresses);
  if (citers.length === 0) return undefined;
  const names = citers.slice(0, MOST_NAMED).map(({ title }) => `« ${title} »`);
  const more = citers.length > MOST_NAMED ? `, et ${citers.length - MOST_NAMED} de plus` : '';
  return `Rien n’est supprimé : ce fichier sert dans ${joinWords(names)}${more}. Retirez-le d’abord de ces fiches.`;
}
