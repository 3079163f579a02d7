import { joinWords } from '#domain/french.ts';
import type { CollectionName } from '#schemas/index.ts';
import { showPath, showValue } from '#schemas/kit/index.ts';
import { HIDDEN, type Entries, type ReadEntry } from './entry.ts';
import type { Leaf } from './leaves.ts';
import { nearest } from './nearest.ts';
import type { LocatedProblem } from './problem.ts';

/** The references of an entry that name no entry, or one that visitors do not see. */
export function referenceProblems(entry: ReadEntry, leaves: readonly Leaf[], entries: Entries): LocatedProblem[] {
  return leaves.flatMap(({ path, meta, value }) => {
    if (meta.kind !== 'reference' || typeof value !== 'string' || !/^[a-z0-9-]+$/.test(value.trim())) return [];
    const slug = value.trim();
    const targets = entries.get(meta.collection as CollectionName);
    const target = targets?.get(slug);
    const problem = { field: showPath(path), label: meta.label };
    const expected = `une fiche de content/${meta.collection}/`;
    if (!target) {
      const near = nearest(slug, targets?.keys() ?? []);
      return {
        ...problem,
        found: `${showValue(slug)}, une fiche inconnue`,
        expected,
        remedy:
          near.length > 0
            ? `Vouliez-vous dire ${joinWords(near, 'ou')} ? Sinon, créez la fiche content/${meta.collection}/${slug}.md ou videz le champ.`
            : `Choisissez une fiche de content/${meta.collection}/ (le nom du fichier sans « .md »), ou videz le champ.`,
      };
    }
    if (!target.hidden || entry.hidden) return [];
    return {
      ...problem,
      found: `${showValue(slug)}, ${HIDDEN[target.hidden].is}`,
      expected: `${expected} qui soit publiée`,
      remedy:
        target.hidden === 'draft'
          ? `Publiez content/${meta.collection}/${slug}.md (décochez « Brouillon »), ou videz ce champ : ${HIDDEN.draft.because}.`
          : `Videz ce champ, ou cochez « Exemple » ici aussi : ${HIDDEN.demo.because}.`,
    };
  });
}
