import { fold } from '#domain/fold.ts';
import { SHORTEST_WORD } from './vocabulary-file.ts';

const WORD = /\p{L}+/gu;

/** Gathers the words of pages, to know a slip of the finger from a word. */
export class VocabularyMaker {
  /** By folded word, how many pages say it, and how each of them writes it. */
  readonly #pages = new Map<string, Map<string, number>>();

  add(text: string): void {
    const written = new Map<string, string>();
    for (const [word] of text.matchAll(WORD)) if (word.length >= SHORTEST_WORD) written.set(fold(word), word);
    for (const [key, word] of written) {
      const spellings = this.#pages.get(key) ?? new Map<string, number>();
      this.#pages.set(key, spellings.set(word, (spellings.get(word) ?? 0) + 1));
    }
  }

  /** A word on each line, as it is most often written, those that most pages say first. */
  file(): string {
    const words = [...this.#pages].map(([key, spellings]) => {
      const pages = [...spellings.values()].reduce((sum, each) => sum + each, 0);
      const byUse = [...spellings].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
      // A label or a sentence begins by a capital: one page in ten that writes a word without is enough to know it.
      const [most = key] = byUse.find(([word, uses]) => /^\p{Ll}/u.test(word) && uses * 10 >= pages) ?? byUse[0] ?? [];
      return { word: most, pages };
    });
    return words
      .toSorted((a, b) => b.pages - a.pages || (a.word < b.word ? -1 : 1))
      .map(({ word }) => word)
      .join('\n');
  }
}
