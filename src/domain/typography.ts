const NBSP = '\u00a0';
const NARROW = '\u202f';
const UNBROKEN_HYPHEN = '\u2011';

/**
 * Gives a French sentence its typography, however it was typed: curly apostrophes, « … » for three dots, a no-break
 * space before « : », « € », « % », « h » and inside « », a narrow one before ; ! ?, the articles of
 * a code in one piece. Thousands are left as written.
 */
export function typeset(sentence: string): string {
  return (
    sentence
      .replace(/(\p{L})'(?=\p{L})/gu, '$1’')
      .replace(/\.{3}/g, '…')
      .replace(/«(?:[ \t\n\u00a0\u202f]+|(?=\S))/g, `«${NBSP}`)
      .replace(/[ \t\n\u00a0\u202f]+»/g, `${NBSP}»`)
      .replace(/[ \t\n\u00a0\u202f]+(?=:(?:\s|$))/g, NBSP)
      .replace(/([\p{L}\p{N})])(?=:\s)/gu, `$1${NBSP}`)
      .replace(/[ \t\n\u00a0\u202f]+(?=[;!?](?:\s|$|[)»]))/g, NARROW)
      // A semicolon may end an entity of HTML.
      .replace(/&[#\w]{1,31};|[\p{L}\p{N}](?=[;!?](?:\s|$))/gu, (found) =>
        found.endsWith(';') ? found : found + NARROW,
      )
      .replace(/(\d)[ \t\n]+(?=[€%]|h(?!\p{L}))/gu, `$1${NBSP}`)
      // « 12 h 30 » is one hour.
      .replace(/(\d\u00a0h)[ \t\n]+(?=\d\d(?!\d))/g, `$1${NBSP}`)
      // An article of a code is read whole: « L. 612-4 ».
      .replace(/\b([LRD]\.)[ \t\n\u00a0]+(\d+(?:-\d+)+)/g, (_, code: string, number: string) =>
        [code, number.replaceAll('-', UNBROKEN_HYPHEN)].join(NBSP),
      )
  );
}
