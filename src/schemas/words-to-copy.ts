import { countMarkdownWords } from './kit/index.ts';
import type { Part } from './parts.ts';

const LENGTH = /^\s*(\d+)\s+mots\s*$/;

/** How far a text to copy may be from the length that it announces: a tenth. */
const TOLERANCE = 0.1;

/** The texts to copy whose surtitle announces a length, « 50 mots », that they do not have. */
export const wrongLengths = (parts: readonly Pick<Part, 'kind' | 'kicker' | 'text' | 'title'>[]): string[] =>
  parts.flatMap(({ kind, kicker, text, title }) => {
    const announced = Number(LENGTH.exec(kicker ?? '')?.[1]);
    if (kind !== 'recopier' || Number.isNaN(announced)) return [];
    return Math.abs(countMarkdownWords(text ?? '') - announced) > announced * TOLERANCE ? [title] : [];
  });
