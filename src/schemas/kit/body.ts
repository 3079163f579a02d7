import type { Collection } from './collection.ts';
import type { Problem } from './problems.ts';
import { isReadable, strayIn } from './signs.ts';

/** The most signs of a text below the front matter: some fifteen pages. */
const MAX_BODY = 40_000;

/** The most signs of the text of an entry. */
export const bodyLimit = ({ body }: Pick<Collection, 'body'>): number => body.maxLength ?? MAX_BODY;

/**
 * What is wrong with the signs of the text below the front matter, whatever its Markdown means; each with its line in
 * the text, from 1.
 */
export function bodyProblems(collection: Pick<Collection, 'body'>, text: string): (Problem & { line: number })[] {
  const { label, rule } = collection.body;
  const most = bodyLimit(collection);
  const place = { field: 'texte', label, line: 1 };
  if (text.length > most) {
    return [
      {
        ...place,
        found: `un texte de ${text.length} signes`,
        expected: `${most} signes au plus`,
        remedy: `Raccourcissez « ${label} », ou répartissez-le en plusieurs fiches.`,
      },
    ];
  }
  const stray = strayIn(text, { lines: true });
  if (stray) {
    const { at, ...fault } = stray;
    return [{ ...place, ...fault, line: text.slice(0, at).split('\n').length }];
  }
  if (rule && !rule.holds(text)) {
    const { expected, remedy } = rule;
    return [{ ...place, found: 'un texte qui ne convient pas ici', expected, remedy }];
  }
  if (text.trim() === '' || isReadable(text)) return [];
  return [
    {
      ...place,
      found: 'un texte où rien ne se lit',
      expected: 'des mots',
      remedy: `Écrivez des mots dans « ${label} », ou videz-le.`,
    },
  ];
}
