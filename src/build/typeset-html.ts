import { Parser } from 'htmlparser2';
import { typeset } from '#domain/typography.ts';

const NOT_PROSE = new Set(['script', 'style', 'pre', 'code', 'textarea']);
const READ_ATTRIBUTES = new Set(['content', 'alt', 'title', 'aria-label', 'placeholder']);

/** Astro escapes the apostrophes of values. */
const unescaped = (text: string) => text.replaceAll('&#39;', "'");

/** What typography may change: a text without any of these signs stays as it is. */
const TOUCHED = /['.«»:;!?€%\d]/;

/** The texts of a page are those of many others: their typography is found once. */
const known = new Map<string, string>();
const MOST_KNOWN = 50_000;

function typesetOnce(text: string): string {
  if (!TOUCHED.test(text)) return text;
  const found = known.get(text) ?? typeset(text);
  if (known.size > MOST_KNOWN) known.clear();
  known.set(text, found);
  return found;
}

/**
 * Typesets the French text of an HTML page, and the attributes that are read or shown; the rest is untouched, and what
 * another `lang` says too.
 */
export function typesetHtml(html: string): string {
  let result = '';
  let done = 0;
  /** How many elements whose text is not prose are open. */
  let kept = 0;
  let attributes: { from: number; value: string }[] = [];
  /** For each open element, whether it is written in French. */
  const french: boolean[] = [];
  const isFrench = () => french.at(-1) ?? true;
  const replace = (from: number, source: string, text: string) => {
    result += html.slice(done, from) + text;
    done = from + source.length;
  };
  const parser = new Parser(
    {
      ontext: (text) => {
        // After an ill-formed tag, only where a text ends is sure.
        if (kept === 0 && isFrench()) replace(parser.endIndex + 1 - text.length, text, typesetOnce(unescaped(text)));
      },
      onopentagname: (name) => {
        attributes = [];
        if (NOT_PROSE.has(name)) kept += 1;
      },
      onattribute: (name, value) => {
        if (kept > 0 || value === '' || !READ_ATTRIBUTES.has(name)) return;
        attributes.push({ from: html.indexOf(value, parser.startIndex + name.length), value });
      },
      onopentag: (_name, all) => {
        const { lang } = all;
        french.push(lang === undefined ? isFrench() : /^fr\b/.test(lang));
        // A policy is not read.
        if (all['http-equiv'] !== undefined || !isFrench()) return;
        for (const { from, value } of attributes) replace(from, value, typesetOnce(value));
      },
      onclosetag: (name) => {
        if (NOT_PROSE.has(name)) kept -= 1;
        french.pop();
      },
    },
    // Every piece is then a part of the source, as it is written.
    { decodeEntities: false },
  );
  parser.end(html);
  return result + html.slice(done);
}
