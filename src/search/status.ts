import type { SearchAnswer } from './engine.ts';
import type { Kind } from './kinds.ts';

const number = new Intl.NumberFormat('fr-FR');

const quoted = (text: string): string => `«\u00a0${text}\u00a0»`;

const quotedWords = (words: readonly string[]): string =>
  words.length < 2
    ? quoted(words[0] ?? '')
    : `${words.slice(0, -1).map(quoted).join(', ')} ni ${quoted(words.at(-1) ?? '')}`;

const plain = (typed: string): string =>
  typed
    .replace(/'/g, '’')
    .replace(/[«»“”"]/g, '')
    .trim();

/** The sentence that tells how a search went; undefined stands for « nothing was asked ». */
export function statusOf(answer: SearchAnswer | undefined, typed: string, kind?: Kind): string {
  if (!answer) return 'Tapez un mot, une ville, un code postal, le nom d’un financeur…';
  const { total, unknown, corrections, corrected, place } = answer;
  const where = kind ? ` dans ${quoted(kind)}` : '';
  const asked = quoted(plain(typed));
  if (total === 0 && place) return `Aucune page pour ${asked}, mais une réponse\u00a0: les cantines les plus proches.`;
  const many = total === 0 ? 'Aucun résultat' : `${number.format(total)}\u00a0résultat${total > 1 ? 's' : ''}`;
  const slips = corrections.map((slip) => slip.typed);
  const missing = total > 0 ? [...slips, ...unknown] : unknown;
  const told = total > 0 && missing.length > 0 ? ` Aucune page ne contient ${quotedWords(missing)}.` : '';
  return `${many}${where} pour ${slips.length > 0 ? quoted(plain(corrected)) : asked}.${told}`;
}
