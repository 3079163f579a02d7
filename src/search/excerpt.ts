import { ELIDED } from './normalise.ts';
import { readable } from './readable.ts';

/** A run of an excerpt; `mark` when it is what the reader looked for. */
export interface MarkedPiece {
  text: string;
  mark: boolean;
}

// Pagefind marks whole words, with what clings to them: « <mark>d'été,</mark> ».
const CLINGING = new RegExp(`^([^\\p{L}\\p{N}]*(?:${ELIDED}['’](?=\\p{L}))?)(.*?)([^\\p{L}\\p{N}]*)$`, 'iu');

// What may stand above a title, in characters: « Tribune · La confiance ».
const LONGEST_EYEBROW = 80;

const plain = (html: string): string => html.replace(/&lt;/g, '<').replace(/&gt;/g, '>');

function piecesOf(html: string): MarkedPiece[] {
  // The excerpt escapes < and >, so the only tags are Pagefind's own marks, and every odd part stands in one.
  return html.split(/<\/?mark>/).flatMap((part, index) => {
    const text = plain(part);
    if (index % 2 === 0) return [{ text, mark: false }];
    const [, before = '', word = '', after = ''] = CLINGING.exec(text) ?? [];
    return [
      { text: before, mark: false },
      { text: word, mark: true },
      { text: after, mark: false },
    ];
  });
}

/** The length of what the result's own heading already says: the title, and the few unmarked words that announce it. */
function saidAlready(pieces: readonly MarkedPiece[], title: string): number {
  const whole = pieces.map(({ text }) => text).join('');
  const start = whole.indexOf(title);
  const before = pieces[0]?.mark === false ? pieces[0].text.length : 0;
  if (title === '' || start < 0 || start > Math.min(before, LONGEST_EYEBROW)) return 0;
  const end = start + title.length;
  return end + (/^[.\s]*/.exec(whole.slice(end))?.[0].length ?? 0);
}

function dropStart(pieces: readonly MarkedPiece[], length: number): MarkedPiece[] {
  let left = length;
  return pieces.map(({ text, mark }) => {
    const cut = Math.min(left, text.length);
    left -= cut;
    return { text: text.slice(cut), mark };
  });
}

/**
 * The excerpt of a result, as text to show: French typography, the title not said twice, neighbours joined.
 * @param html Pagefind's `excerpt`: escaped text and `<mark>` elements.
 * @param title the title of the page as indexed.
 */
export function readExcerpt(html: string, title: string): MarkedPiece[] {
  const pieces = piecesOf(html);
  const kept = dropStart(pieces, saidAlready(pieces, title));
  const joined: MarkedPiece[] = [];
  for (const piece of kept) {
    if (piece.text === '') continue;
    const last = joined.at(-1);
    if (last?.mark === piece.mark) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined.map(({ text, mark }) => ({ text: readable(text), mark }));
}
