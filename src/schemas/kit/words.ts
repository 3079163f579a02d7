/** A word has a letter or a figure; an elision is part of the word that it leans on, as word processors count. */
const WORD = /[\p{L}\p{N}]/u;

/** The words of a plain text. */
export const countWords = (text: string): number => text.split(/\s+/).filter((part) => WORD.test(part)).length;

/** The words that a reader sees of a Markdown text: the address of a link is none. */
export const countMarkdownWords = (text: string): number =>
  countWords(text.replace(/\]\([^)\s]*(?:\s+"[^"]*")?\)/g, ']').replace(/^\[[^\]]+\]:.*$/gm, ''));
