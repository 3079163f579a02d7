/** A word has a letter or a figure; an elision is part of the word that it leans on, as word processors count. */
const WORD = /[\p{L}\p{N}]/u;

/** The words of a plain text. */
export const countWords = (text: string): number => text.split(/\s+/).filter((part) => WORD.test(part)).length;

/** Where a block begins: after an empty line or a break, at the sign of an item, a title or a quotation. */
const BLOCK =
  /(?:^[^\S\n]*|(?:\n[^\S\n]*)+)(?:(?:[-*+>]|#{1,6}|\d{1,2}[.)])[^\S\n]+)+|\n(?:[^\S\n]*\n)+|(?: {2,}|\\)\n/;

/** The paragraphs, titles and items of a Markdown text as a reader sees them: no address of a link, no mark. */
export const markdownBlocks = (text: string): string[] =>
  text
    .replace(/\]\([^)\s]*(?:\s+"[^"]*")?\)|\]\[[^\]]*\]/g, ']')
    .replace(/^\[[^\]]+\]:.*$/gm, '')
    .split(BLOCK)
    .map((block) => block.replace(/[[\]*_]/g, '').trim())
    .filter((block) => block !== '');

/** The words that a reader sees of a Markdown text: the address of a link is none, nor the number of an item. */
export const countMarkdownWords = (text: string): number =>
  markdownBlocks(text).reduce((sum, block) => sum + countWords(block), 0);
