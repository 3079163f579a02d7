/** The file of the index that tells which words the pages say. */
export const VOCABULARY_FILE = 'mots.txt';

/** Shorter words are not in it: any two letters are near others. */
export const SHORTEST_WORD = 3;
