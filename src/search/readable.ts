/**
 * Gives a normalised French text its typography back, for titles and excerpts that come out of the index:
 * `l'oeuvre ?` → `l’œuvre ?` with its no-break spaces.
 * In French `oe` before `u`, or in `oeil`, is always the ligature; `moelle`, `poêle` or `coexister` are left alone.
 */
export function readable(text: string): string {
  return text
    .replace(/(\p{L})'(?=[\p{L}\p{N}«"]|$)/gu, '$1’')
    .replace(/oe(?=u|il)/g, 'œ')
    .replace(/O[eE](?=u|il|U|IL)/g, 'Œ')
    .replace(/ (?=[;!?])/g, '\u202f')
    .replace(/ (?=[:»€%])/g, '\u00a0')
    .replace(/« /g, '«\u00a0')
    .replace(/\b(\d{1,3}) (?=\d{3}\b)/g, '$1\u202f');
}
