import { FIXED_PAGES } from '../routes.ts';
import { HIDDEN, type Entries, type ReadEntry } from './entry.ts';
import { nearest } from './nearest.ts';
import type { ReservedNames } from './addresses.ts';
import { quote, type FileProblem, type LocatedProblem } from './problem.ts';

const FIXED = [
  ...Object.entries(FIXED_PAGES).map(([slug, path]) => ({
    collection: 'pages' as const,
    slug,
    expected: `le texte de la page ${path}`,
  })),
  { collection: 'settings' as const, slug: 'site', expected: 'les réglages du site' },
];

/** The entries that the site cannot do without, when they are missing or not shown: their pages could not be built. */
export function missingEntries(entries: Entries<ReadEntry>): FileProblem[] {
  return FIXED.flatMap(({ collection, slug, expected }) => {
    const entry = entries.get(collection)?.get(slug);
    const file = `content/${collection}/${slug}.md`;
    if (!entry) return { file, expected, ...ABSENT };
    const problem = hiddenProblem(entry);
    return problem ? { file, ...problem, line: entry.lineOf(problem.field) } : [];
  });
}

/** An entry that the site cannot do without, and that is a draft or an example. */
export function hiddenProblem({
  collection,
  slug,
  hidden,
}: Pick<ReadEntry, 'collection' | 'slug' | 'hidden'>): LocatedProblem | undefined {
  const fixed = FIXED.find((each) => each.collection === collection && each.slug === slug);
  if (!fixed || !hidden) return undefined;
  const label = hidden === 'draft' ? 'Brouillon' : 'Exemple';
  return {
    field: hidden,
    label,
    found: HIDDEN[hidden].is,
    expected: fixed.expected,
    remedy: `Décochez « ${label} » : le site ne peut pas se passer de cette fiche.`,
  };
}

const ABSENT = {
  field: 'fichier',
  found: 'rien',
  remedy: 'Remettez cette fiche : le site ne peut pas se passer d’elle, et son nom ne change pas.',
};

/** What an entry is called that the site cannot heed: a name that is taken, or that no page reads. */
export function nameProblems(
  { collection, slug }: Pick<ReadEntry, 'collection' | 'slug'>,
  reserved: ReservedNames,
): LocatedProblem[] {
  if (reserved.get(collection)?.has(slug)) {
    return [
      {
        field: 'fichier',
        found: `le nom ${quote(slug)}, celui d’une page du site ou d’une de ses parties`,
        expected: 'un nom que rien d’autre ne porte à cette adresse',
        remedy: `Renommez le fichier en « ${slug}-2.md », ou d’un nom plus précis : sans cela, il ne mènerait pas à cette fiche.`,
      },
    ];
  }
  const read = FIXED.filter((fixed) => fixed.collection === collection).map((fixed) => fixed.slug);
  if (read.length === 0 || read.includes(slug)) return [];
  const near = nearest(slug, read);
  return [
    {
      field: 'fichier',
      found: `le nom ${quote(slug)}, qu’aucune page ne lit`,
      expected: `un de ces noms : ${read.join(', ')}`,
      remedy:
        near[0] === undefined
          ? 'Supprimez ce fichier : rien de ce qu’il dit ne serait montré.'
          : `Renommez le fichier en « ${near[0]}.md » si c’est lui, ou supprimez-le : rien de ce qu’il dit ne serait montré.`,
    },
  ];
}
