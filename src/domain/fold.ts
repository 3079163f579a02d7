/** What two spellings of a text have in common: no accent, no capital, `œ` and `æ` in two letters. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae');
