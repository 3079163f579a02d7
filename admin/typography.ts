/** Puts the unbreakable spaces of French typography where a schema's sentence has plain ones. */
export function typeset(sentence: string): string {
  return sentence
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»')
    .replace(/ (?=:(?:\s|$))/g, '\u00a0')
    .replace(/ (?=[;!?])/g, '\u202f')
    .replace(/ (?=[€%])/g, '\u00a0');
}
