const NBSP = '\u00a0';
const NARROW = '\u202f';

/**
 * Gives a French sentence its typography, however it was typed: curly apostrophes, « … » for three dots, a no-break
 * space before « : », « € », « % », « h » and inside « », a narrow one before ; ! ?. Thousands are left as written.
 */
export function typeset(sentence: string): string {
  return (
    sentence
      .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
      .replace(/\.{3}/g, '…')
      .replace(/«(?:[ \t\n\u00a0\u202f]+|(?=\S))/g, `«${NBSP}`)
      .replace(/[ \t\n\u00a0\u202f]+»/g, `${NBSP}»`)
      .replace(/[ \t\n\u00a0\u202f]+(?=:(?:\s|$))/g, NBSP)
      .replace(/[ \t\n\u00a0\u202f]+(?=[;!?](?:\s|$|[)»]))/g, NARROW)
      // A semicolon may end an entity of HTML.
      .replace(/(?<=[\p{L}\p{N}])(?=[!?](?:\s|$))|(?<=[\p{L}\p{N}])(?<!&[#\w]{1,31})(?=;(?:\s|$))/gu, NARROW)
      .replace(/(?<=\d)[ \t\n]+(?=[€%]|h(?!\p{L}))/gu, NBSP)
  );
}

// Tags, comments, and the elements whose text is not prose, whole.
const NOT_PROSE = /<!--[\s\S]*?-->|<(script|style|pre|code|textarea)\b[\s\S]*?<\/\1>|<[^>]*>/g;
const READ_ATTRIBUTES = /(\s(?:content|alt|title|aria-label|placeholder)=")([^"]*)(?=")/g;

/** Astro escapes the apostrophes of values. */
const unescaped = (text: string) => text.replaceAll('&#39;', "'");

/** Typesets the text of an HTML page, and the attributes that are read or shown; the rest is untouched. */
export function typesetHtml(html: string): string {
  let result = '';
  let from = 0;
  for (const { 0: markup, 1: element, index } of html.matchAll(NOT_PROSE)) {
    result += typeset(unescaped(html.slice(from, index)));
    const kept = element !== undefined || markup.startsWith('<!') || markup.startsWith('<meta http-equiv');
    result += kept ? markup : markup.replace(READ_ATTRIBUTES, (_, name: string, text: string) => name + typeset(text));
    from = index + markup.length;
  }
  return result + typeset(unescaped(html.slice(from)));
}
