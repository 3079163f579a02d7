import { FIXED_PAGES } from '../routes.ts';
import { HIDDEN, type Entries, type ReadEntry } from './entry.ts';
import type { FileProblem } from './problem.ts';

const FIXED = [
  ...Object.entries(FIXED_PAGES).map(([slug, path]) => ({
    collection: 'pages' as const,
    slug,
    expected: `le texte de la page ${path}`,
  })),
  { collection: 'settings' as const, slug: 'site', expected: 'les réglages du site' },
];

/** The entries that the site cannot do without, when they are missing or not shown: their pages could not be built. */
export function missingEntries(entries: Entries): FileProblem[] {
  return FIXED.flatMap(({ collection, slug, expected }) => {
    const entry = entries.get(collection)?.get(slug);
    if (entry && !entry.hidden) return [];
    return { file: `content/${collection}/${slug}.md`, expected, ...(entry ? unseen(entry) : ABSENT) };
  });
}

const ABSENT = {
  field: 'fichier',
  found: 'rien',
  remedy: 'Remettez cette fiche : le site ne peut pas se passer d’elle, et son nom ne change pas.',
};

function unseen({ hidden = 'draft', lineOf }: ReadEntry) {
  return {
    field: hidden,
    line: lineOf(hidden),
    found: HIDDEN[hidden].is,
    remedy: `Décochez « ${hidden === 'draft' ? 'Brouillon' : 'Exemple'} » : le site ne peut pas se passer de cette fiche.`,
  };
}
