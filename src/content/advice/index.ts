import { countHeardWords, LONG_SENTENCE, readabilityOf, sentencesOf, type Readability } from '#domain/readability.ts';
import type { ReadEntry } from '../check/entry.ts';
import type { ParseMarkdown } from '../check/markdown.ts';
import { paragraphsOf } from './paragraphs.ts';
import { wordingsIn } from './wordings.ts';

/** What might be said better in a file; nothing is refused for it. */
export interface Advice {
  file: string;
  line: number | undefined;
  words: string;
}

/** How the texts of a content folder read. */
export interface Reading {
  advice: Advice[];
  /** Of all sentences together. */
  readability: Readability;
}

const SHOWN = 60;

/** How the entries that a visitor sees read, and what might be said better in them. */
export function readingOf(entries: readonly ReadEntry[], parse: ParseMarkdown): Reading {
  const paragraphs = entries
    .filter(({ hidden }) => hidden === undefined)
    .flatMap((entry) => paragraphsOf(entry, parse).map((paragraph) => ({ ...paragraph, file: entry.file })))
    .map((paragraph) => ({ ...paragraph, sentences: sentencesOf(paragraph.text) }));
  return {
    advice: paragraphs.flatMap(({ file, line, text, sentences }) =>
      [...wordingsIn(text).map(sayWording), ...sentences.flatMap(sayLength)].map((words) => ({ file, line, words })),
    ),
    readability: readabilityOf(paragraphs.flatMap(({ sentences }) => sentences)),
  };
}

const sayWording = ({ seen, instead }: { seen: string; instead: string }) => `« ${seen} » : ${instead}`;

function sayLength(sentence: string): string[] {
  const words = countHeardWords(sentence);
  if (words <= LONG_SENTENCE) return [];
  const start = sentence.length > SHOWN ? `${sentence.slice(0, SHOWN).trimEnd()}…` : sentence;
  return [`une phrase de ${words} mots, à couper : « ${start} »`];
}
