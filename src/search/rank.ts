import { fold } from '#domain/fold.ts';
import type { Kind } from './kinds.ts';
import { tellingWords } from './question.ts';

/** What the index answers for a word. */
export interface WordHits {
  word: string;
  /** How well each page says it, or what stands for it. */
  scores: ReadonlyMap<string, number>;
  /** The pages that are the section of this name. */
  sections: ReadonlySet<string>;
}

export interface PageFacts {
  kind: Kind | undefined;
  isExample: boolean;
  /** It lists other pages, with their first words. */
  isList: boolean;
}

export interface RankedPage {
  id: string;
  score: number;
}

/** A cantine before a session there, and before whoever pays for it. */
const WORTH: Readonly<Record<Kind, number>> = {
  Cantines: 1.1,
  Pages: 1,
  Guides: 1,
  Plaidoyer: 1,
  Financements: 0.9,
  Sessions: 0.8,
  Financeurs: 0.75,
};

/** To a question, what was written to explain comes first. */
const WORTH_ASKED: Readonly<Record<Kind, number>> = {
  Guides: 1.5,
  Plaidoyer: 1.5,
  Pages: 1.4,
  Cantines: 1,
  Sessions: 0.7,
  Financements: 0.5,
  Financeurs: 0.5,
};

const EXAMPLE = 0.5;

/** The page itself before the list that it stands in, unless the list is asked for. */
const LIST = 0.6;

/** How much the words that a page lacks take from it. */
const COVER = 1.5;

/** A page that says less than this share of what the best one says is not found. */
const LEAST_COVER = 0.4;

/** What the name of a section adds to its page, before the titles are read. */
const SECTION = 3;

/** How much a word tells pages apart, from how many of them say it. */
const rarityOf = ({ scores }: WordHits, pages: number): number => Math.log(1 + pages / Math.max(1, scores.size));

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** The pages that say these words, the best first; `pages` are all those of the index. */
export function rankPages(
  words: readonly WordHits[],
  pages: ReadonlyMap<string, PageFacts>,
  isAsked: boolean,
): RankedPage[] {
  const rarity = words.map((word) => rarityOf(word, pages.size));
  const most = words.map(({ scores }) => Math.max(...scores.values()));
  const worth = isAsked ? WORTH_ASKED : WORTH;
  const all = sumOf(rarity);
  const ids = new Set(words.flatMap(({ scores }) => [...scores.keys()]));
  const ranked = [...ids].map((id) => {
    const { kind, isExample, isList } = pages.get(id) ?? {};
    const shares = words.map(({ scores }, index) => (scores.has(id) ? (rarity[index] ?? 0) / all : 0));
    const said = words.map(({ scores }, index) => ((scores.get(id) ?? 0) / (most[index] ?? 1)) * (rarity[index] ?? 0));
    const named = words.map(({ sections }, index) => (sections.has(id) ? (shares[index] ?? 0) : 0));
    const cover = sumOf(shares);
    const place = (isExample ? EXAMPLE : 1) * (isList ? LIST : 1) * (1 + SECTION * sumOf(named) ** 2);
    return { id, cover, score: sumOf(said) * cover ** COVER * (kind ? worth[kind] : 1) * place };
  });
  const best = Math.max(0, ...ranked.map(({ cover }) => cover));
  return ranked
    .filter(({ cover }) => cover >= best * LEAST_COVER)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** The endings of a word count as the word: `financement`, `financements`. */
function isSame(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && long.length - short.length < 3;
}

/** How much a title is what was asked, from 0 to 1: all that was asked, and nothing else. */
export function titleMatch(title: string, words: readonly WordHits[], pages: number): number {
  const keys = tellingWords(title).map(fold);
  const asked = words.map(({ word }) => fold(word));
  const rarity = words.map((word) => rarityOf(word, pages));
  const isSaid = asked.map((word) => keys.some((key) => isSame(key, word)));
  const found = sumOf(rarity.filter((_, index) => isSaid[index])) / (sumOf(rarity) || 1);
  const useful = keys.filter((key) => asked.some((word) => isSame(key, word))).length / Math.max(1, keys.length);
  return found ** 2 * (0.3 + 0.7 * useful);
}
