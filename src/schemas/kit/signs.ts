/** What is wrong with a text, told in the last three parts of a problem. */
export interface Fault {
  found: string;
  expected: string;
  remedy: string;
}

/** Signs that no reader sees and that files, feeds and terminals obey: controls, halves of a pair, noncharacters. */
const STRAY = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

const LINE_BREAK = /[\n\r\u2028\u2029]/;

/** Letters, figures and symbols: what is left is punctuation, blanks, marks and signs that fonts draw as nothing. */
const READABLE = /(?![\p{Default_Ignorable_Code_Point}\u2800\ufffc])[\p{L}\p{N}\p{S}%‰]/u;

/** Signs that are shown by their number: they would be invisible, or turn the sentence that quotes them. */
const SHOWN_BY_NUMBER =
  /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu;

/** `U+0007` */
const numberOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A text whose every sign is seen: `a[U+0007]b`. Those that join emoji and letters stay as they are. */
export const withSignsShown = (text: string): string =>
  text.replace(SHOWN_BY_NUMBER, (sign) => (/[\u200c\u200d\ufe0e\ufe0f]/.test(sign) ? sign : `[${numberOf(sign)}]`));

/** A name of a field as a message quotes it: all of it but for a monster. */
export const shortKey = (key: string): string => withSignsShown(key.length > 60 ? `${key.slice(0, 59)}…` : key);

/** True when there is something to read in a text. */
export const isReadable = (text: string): boolean => READABLE.test(text);

/** `U+0007, après « le bilan »`, with what stands before on its line. */
function placed(text: string, index: number, name: string): string {
  const line =
    text
      .slice(Math.max(0, index - 20), index)
      .split(/[\n\r]/)
      .at(-1) ?? '';
  const before = withSignsShown(line).trim();
  return before ? `${name}, après « ${before} »` : `${name}, au début de la ligne`;
}

const OPENERS = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/;

/** The first sign of a line that turns the direction of reading and is never closed; -1 without one. */
function unclosedIn(line: string): number {
  const open: { at: number; closer: string }[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (OPENERS.test(sign)) open.push({ at, closer: /[\u2066-\u2068]/.test(sign) ? '\u2069' : '\u202c' });
    else if (sign === '\u2069') {
      // It closes what was opened inside too (Unicode, annex 9).
      const isolate = open.map(({ closer }) => closer).lastIndexOf('\u2069');
      if (isolate >= 0) open.splice(isolate);
    } else if (sign === '\u202c' && open.at(-1)?.closer === '\u202c') open.pop();
  }
  return open[0]?.at ?? -1;
}

/** The place of the first sign that is never closed on its line; -1 without one. */
function unclosedDirection(text: string): number {
  let start = 0;
  for (const line of text.split(/[\n\r\u2029]/)) {
    const at = OPENERS.test(line) ? unclosedIn(line) : -1;
    if (at >= 0) return start + at;
    start += line.length + 1;
  }
  return -1;
}

const EXPECTED = 'des signes qui se voient';

/** A fault at a place of the text. */
interface Stray extends Fault {
  /** In UTF-16 units, from the beginning. */
  at: number;
}

/**
 * The first sign that a text may not hold: an invisible one that programs obey, a line break in what is one line, a
 * change of direction that would run over what follows.
 */
export function strayIn(text: string, { lines }: { lines: boolean }): Stray | undefined {
  const stray = STRAY.exec(text);
  if (stray) {
    const [sign] = stray;
    return {
      at: stray.index,
      found: placed(text, stray.index, `un signe invisible, ${numberOf(sign)}`),
      expected: EXPECTED,
      remedy: `Retirez ce signe : effacez ce passage et retapez-le à la main. Il vient sans doute d’un copier-coller.`,
    };
  }
  const broken = lines ? null : LINE_BREAK.exec(text);
  if (broken) {
    return {
      at: broken.index,
      found: placed(text, broken.index, 'un passage à la ligne'),
      expected: 'une seule ligne',
      remedy: 'Écrivez tout sur une seule ligne, sans retour à la ligne.',
    };
  }
  const turned = unclosedDirection(text);
  if (turned < 0) return undefined;
  return {
    at: turned,
    found: placed(text, turned, `un signe qui retourne le sens de lecture, ${numberOf(text.charAt(turned))}`),
    expected: EXPECTED,
    remedy: `Retirez ce signe : effacez ce passage et retapez-le à la main. Sans sa fin, il retournerait aussi la suite de la page.`,
  };
}
