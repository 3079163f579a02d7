import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';

/** Parses with the parser and the settings that Astro renders with: nothing can hide between two readings. */
export const toMdast = (text: string): Root =>
  markdownToMdast(text, { features: { gfm: true, smartPunctuation: false } }) as Root;
