import { PART_KINDS } from '#schemas/parts.ts';
import { showPath } from '#schemas/kit/index.ts';
import { shownKinds } from '../page-parts.ts';
import type { ReadEntry } from './entry.ts';
import { quote, type LocatedProblem } from './problem.ts';

/** The parts of a page that it does not show: they would be kept, and read by nobody. */
export function partProblems({ collection, slug, data }: ReadEntry): LocatedProblem[] {
  const parts: unknown = data?.['parts'];
  if (collection !== 'pages' || !Array.isArray(parts)) return [];
  const shown = shownKinds(slug);
  const labels = shown.map((kind) => quote(PART_KINDS[kind]));
  return parts.flatMap((part: unknown, index) => {
    const kind = kindOf(part);
    const label = Object.entries(PART_KINDS).find(([each]) => each === kind)?.[1];
    // What is no kind at all is told by the schema.
    if (label === undefined || shown.some((each) => each === kind)) return [];
    return [
      {
        field: showPath(['parts', index, 'kind']),
        label: 'Sorte',
        found: `${quote(label)}, que cette page ne montre pas`,
        expected: labels.length > 0 ? `une de ces sortes : ${labels.join(', ')}` : 'aucune partie',
        remedy:
          labels.length > 0
            ? 'Choisissez une des sortes que cette page montre, ou écrivez cette partie dans une autre page.'
            : 'Écrivez ces mots dans « Texte », ou dans une page qui se compose de parties.',
      },
    ];
  });
}

/** A part that says no kind is a text. */
const kindOf = (part: unknown): unknown =>
  typeof part === 'object' && part !== null ? ('kind' in part ? (part.kind ?? 'texte') : 'texte') : undefined;
