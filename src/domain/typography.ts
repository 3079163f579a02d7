const NBSP = '\u00a0';
const NARROW = '\u202f';
const UNBROKEN_HYPHEN = '\u2011';

/**
 * Gives a French sentence its typography, however it was typed: curly apostrophes, « … » for three dots, a no-break
 * space before « : », « € », « % », « h » and inside « », a narrow one before ; ! ?, the articles of
 * a code and the thousands of a number in one piece.
 */
export function typeset(sentence: string): string {
  return (
    sentence
      .replace(/(\p{L})'(?=\p{L})/gu, '$1’')
      .replace(/\.{3}/g, '…')
      .replace(/«(?:[ \t\n\u00a0\u202f]+|(?=\S))/g, `«${NBSP}`)
      .replace(/[ \t\n\u00a0\u202f]+»/g, `${NBSP}»`)
      .replace(/[ \t\n\u00a0\u202f]+(?=:(?:\s|$))/g, NBSP)
      .replace(/[ \t\n\u00a0\u202f]+(?=[;!?](?:\s|$|[)»]))/g, NARROW)
      // A semicolon may end an entity of HTML.
      .replace(/&[#\w]{1,31};|[\p{L}\p{N}](?=[;!?](?:\s|$))/gu, (found) =>
        found.endsWith(';') ? found : found + NARROW,
      )
      .replace(/(\d)[ \t\n]+(?=[€%]|h(?!\p{L}))/gu, `$1${NBSP}`)
      // A number of thousands is one number.
      .replace(/(^|\D)(\d{1,3}(?:[ \u00a0]\d{3})+)(?!\d)/g, (_, before: string, number: string) =>
        before.concat(number.replace(/[ \u00a0]/g, NARROW)),
      )
      // « 12 h 30 » is one hour.
      .replace(/(\d\u00a0h)[ \t\n]+(?=\d\d(?!\d))/g, `$1${NBSP}`)
      // An article of a code is read whole: « L. 612-4 ».
      .replace(/\b([LRD]\.)[ \t\n\u00a0]+(\d+(?:-\d+)+)/g, (_, code: string, number: string) =>
        [code, number.replaceAll('-', UNBROKEN_HYPHEN)].join(NBSP),
      )
  );
}
