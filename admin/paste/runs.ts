import { textOf, type Run } from './blocks.ts';
import { cleanAddress } from './links.ts';

/** What no reader sees: controls, marks of direction, soft hyphens, bullets of symbol fonts. */
const UNSEEN =
  /(?![\t\n\r\u200c\u200d\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u2028\u2029\u2800\ufffc\ufffd]/gu;

/**
 * Signs that Decap writes as they are and Markdown obeys, kept from meaning anything: a tag, an entity, a link or a
 * note in brackets.
 */
const plainSigns = (text: string): string =>
  text
    .replace(/<([a-z/!?][^<>]*)>/gi, '‹$1›')
    .replace(/<(?=[a-z/!?])/gi, '‹')
    .replaceAll('`', '’')
    .replace(/&(?=#?\w+;)/g, '& ')
    .replace(/\](?=[([:])/g, '] ')
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '/');

/** The words of a text node as they are shown: blanks of the source are one space. */
export const shownText = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .replace(/[ \t\n\r\f]+/g, ' ')
    .replace(/ ?\u00a0[ \u00a0]+| \u00a0/g, ' ');

const sameLook = (one: Run, other: Run): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.href === other.href;

const isBreak = ({ text }: Run): boolean => text === '\n';
const isBlank = (run: Run | undefined): boolean => run === undefined || run.text.trim() === '';

/** A link of one look, since Decap would write one for each; blanks at its ends left out of it. */
function plainLinks(pieces: readonly Run[]): Run[] {
  const made: Run[] = [];
  const runs = pieces.map((run, index) => {
    const before = pieces[index - 1]?.href;
    return isBlank(run) && before === pieces[index + 1]?.href ? { ...run, href: before } : run;
  });
  for (let at = 0; at < runs.length;) {
    const { href } = runs[at] ?? {};
    const end = runs.findIndex((run, index) => index > at && run.href !== href);
    const group = runs.slice(at, end < 0 ? runs.length : end);
    at += group.length;
    if (href === undefined) {
      made.push(...group);
      continue;
    }
    const words = group.filter((run) => !isBlank(run));
    const look = { bold: words.every(({ bold }) => bold), italic: words.every(({ italic }) => italic), href };
    const [, before = '', core = '', after = ''] =
      /^(\s*)(.*?)(\s*)$/s.exec(group.map(({ text }) => text).join('')) ?? [];
    const bare = { bold: false, italic: false, href: undefined };
    made.push({ ...bare, text: before }, { ...look, text: core }, { ...bare, text: after });
  }
  return made.filter(({ text }) => text !== '');
}

/** Runs of one look made one; blanks at the ends of a mark left out of it, where Markdown would show its stars. */
function joined(runs: readonly Run[]): Run[] {
  const parts = plainLinks(runs).flatMap((run) => {
    if (!run.bold && !run.italic) return [run];
    const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(run.text) ?? [];
    const bare = { bold: false, italic: false, href: undefined };
    return [
      { ...bare, text: before },
      { ...run, text: core },
      { ...bare, text: after },
    ].filter(({ text }) => text !== '');
  });
  const made: Run[] = [];
  for (const run of parts) {
    const last = made.at(-1);
    const beforeLast = made.at(-2);
    if (last && sameLook(last, run)) last.text += run.text;
    // A space between two bold words is bold too.
    else if (last && beforeLast && last.text === ' ' && last.href === undefined && sameLook(beforeLast, run)) {
      beforeLast.text += ` ${run.text}`;
      made.pop();
    } else made.push({ ...run });
  }
  return made;
}

const ADDRESS = /((?:https?:\/\/|www\.)[^\s<>[\]\\]*[^\s\\.,;:!?'’"»)\]}>])/i;
const EMAIL = /([^\s<>‹›()[\]\\,;:"«»]+@[^\s<>‹›()[\]\\,;:"«»]*\w)/;

/**
 * Markdown makes a link of each address that it sees, up to the next blank: one that is a link ends where it should,
 * and what is no address is kept from looking like one.
 */
const withLinks = (run: Run): Run[] =>
  // What was no address is one text again: it may begin or end an e-mail.
  joined(linked(run, ADDRESS, (text) => text.replace(/^(?=www)/i, 'https://'))).flatMap((part) =>
    linked(part, EMAIL, (text) => `mailto:${text}`),
  );

function linked(run: Run, pattern: RegExp, address: (text: string) => string): Run[] {
  if (run.href !== undefined) return [run];
  // Every second part is what the pattern took.
  return run.text.split(pattern).map((text, index) => {
    if (index % 2 === 0) return { ...run, text };
    const href = cleanAddress(address(text));
    if (href !== undefined) return { ...run, text, href };
    return { ...run, text: text.replace(/\/\/|(?<=www)\.|@/gi, ' $& ').replace(/ {2,}/g, ' ') };
  });
}

/** Runs as a paragraph holds them: no blank at its ends nor twice, no link without words. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const spaced: Run[] = [];
  for (const run of runs.flatMap(withLinks)) {
    const text = run.text.replace(/^ /, /\s$/.test(spaced.at(-1)?.text ?? ' ') ? '' : ' ');
    if (text !== '') spaced.push({ ...run, text });
  }
  const made = joined(spaced);
  while (made.length > 0 && isBlank(made.at(-1))) made.pop();
  while (made.length > 0 && isBlank(made[0])) made.shift();
  const [first] = made;
  const last = made.at(-1);
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  // Last of all: a sign and what gives it a meaning may come of two pieces.
  return made.map((run) => {
    const text = plainSigns(run.text);
    return { ...run, text: run.href === undefined ? text : text.replaceAll('[', '(').replaceAll(']', ')') };
  });
}

/** A paragraph for each line: the site shows a line break inside one as a space. */
export function paragraphsOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (isBreak(run)) lines.push([]);
    else lines.at(-1)?.push(run);
  }
  // A line of signs sets two parts apart; Markdown would take it for a header.
  return lines.map(tidyRuns).filter((line) => !/^[-+*_=~#\s]*$/.test(textOf(line)));
}

/** On one line. */
export const onOneLine = (runs: readonly Run[]): Run[] =>
  tidyRuns(runs.map((run) => (isBreak(run) ? { ...run, text: ' ' } : run)));
