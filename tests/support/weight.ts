import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attr, fileOf, named, textOf, type DistPage } from './dist.ts';

/** What a page may cost its visitor, in bytes as they travel (Brotli, as the build precompresses them). */
export interface Budget {
  /** HTML with its styles and scripts. */
  page: number;
  /** Scripts alone, inline and linked. */
  script: number;
}

/** A page of 14 kB arrives in the first round trip of a connection. */
const FIRST_TRIP = 14_000;

const BUDGET: Budget = { page: FIRST_TRIP, script: 5_000 };

/** A list says something of every entry: it grows with the content. */
const LIST: Budget = { page: 20_000, script: 5_000 };
const LISTS = new Set([
  '/plaidoyer/',
  '/chiffres/',
  '/presse/',
  '/hors-ligne/',
  '/donnees-ouvertes/',
  '/financeurs/',
  '/embed/cantines/',
  '/financements/digest/*/',
  '/financements/changements/',
  '/financements/reponses/',
  '/financements/ensemble/',
  '/admin/guide/',
]);

/** The watch: who asks, their profile and their season, nine conditions, a place, reasons; a hundred opportunities whole. */
const WATCH: Budget = { page: 40_000, script: 20_600 };

/**
 * An opportunity: its time line, its criteria, its boxes to tick, who answers it together and who may reread; what
 * assembles its file waits for a click.
 */
const OPPORTUNITY: Budget = { page: 19_400, script: 9_200 };

/** A joint answer: who is in, what is left to take, and its days as they stand today. */
const TOGETHER: Budget = { page: FIRST_TRIP, script: 5_500 };

/** The sessions by month, near a place. */
const AGENDA: Budget = { page: 20_000, script: 9_000 };

/** The questions of the cantines, searched; their next dates and joint answers as they stand today. */
const CANTINES_SPACE: Budget = { page: 24_000, script: 9_000 };

/** React, for the pages whose state is rich enough: forms kept at each keystroke, sent again when unanswered. */
const FORM: Budget = { page: 110_000, script: 95_500 };

/** A form made of every field of its schema, walked through one thing at a time, kept, read back and sent; without React. */
const CONFIRM: Budget = { page: 21_000, script: 10_200 };

/** Something new that somebody knows: a form made of its schema, read back and sent. */
const NEWS: Budget = { page: 17_000, script: 8_200 };

/** The profile of a cantine: its questions, a place, what each answer changes. */
const PROFILE: Budget = { page: 30_000, script: 14_000 };

/** React again, and the merge of two boards; the rules of a file and the calendar wait for a click. */
const BOARD: Budget = { page: 100_000, script: 92_000 };

/** A list of offers, some of which end on a day. */
const OFFERS: Budget = { page: 24_000, script: 8_000 };

/** What fits a cantine by today's dates and its profile: its season, the three calls to prepare. */
const MY_WATCH: Budget = { page: 22_400, script: 9_600 };

/** What asks for editors by today's dates, with what a cantine would lose: nobody else waits for it. */
const FOR_EDITORS: Budget = { page: 22_000, script: 10_900 };

/** The style guide: every component with its styles, its scripts and its examples. */
const EXAMPLES: Budget = { page: 40_000, script: 14_000 };

/** The finder brings its questions, the place that it may remember, the meals of a week, the drawing of France and every cantine's hours; Leaflet waits for a click. */
const FINDER: Budget = { page: 40_000, script: 19_700 };

const BUDGETS: Readonly<Record<string, Budget>> = {
  '/sessions/': AGENDA,
  '/espace-cantines/': CANTINES_SPACE,
  '/ouvrir-une-cantine/fiche-projet/': FORM,
  '/espace-cantines/question/': FORM,
  '/financements/ensemble/ouvrir/': FORM,
  '/financements/ensemble/*/': TOGETHER,
  '/cantines/': FINDER,
  '/cantines/*/confirmer/': CONFIRM,
  '/financements/*/date/': NEWS,
  '/sessions/proposer/': NEWS,
  '/partenariats/': OFFERS,
  '/financements/': WATCH,
  '/financements/*/': OPPORTUNITY,
  '/financements/profil/': PROFILE,
  '/financements/suivi/': BOARD,
  '/financements/cantine/*/': MY_WATCH,
  '/admin/jour/': FOR_EDITORS,
  '/admin/veille/': FOR_EDITORS,
  '/admin/styles/': EXAMPLES,
};

/** The budget of a kind of page, as `kindOf` names it. */
export const budgetOf = (kind: string): Budget => BUDGETS[kind] ?? (LISTS.has(kind) ? LIST : BUDGET);

const compressed = (content: string | Buffer): number =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const files = new Map<string, number>();

/** A file that many pages share is compressed once. */
function compressedFile(path: string): number {
  const known = files.get(path) ?? compressed(readFileSync(fileOf(path)));
  files.set(path, known);
  return known;
}

/** A module and all that it imports at once, as site paths. */
function modules(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const code = readFileSync(fileOf(path), 'utf8');
  for (const imported of importsOf(code)) modules(posix.join(posix.dirname(path), imported), seen);
  return seen;
}

/** Static imports only: `import(…)` waits for a need. */
const importsOf = (code: string): string[] =>
  [...code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.\.?\/[^"']+)["']/g)].map(([, path = '']) => path);

/** What a page weighs, and how much of it its words make: what is read in it, whoever wrote it. */
export interface Weight extends Budget {
  words: number;
  /** The things that it lists. */
  items: number;
}

const ITEMS = new Set(['li', 'article', 'details', 'tr', 'option']);

export function weigh(page: DistPage): Weight {
  const scripts = named(page, 'script').filter((script) => !/json/.test(attr(script, 'type') ?? ''));
  const preloaded = named(page, 'link').filter((link) => attr(link, 'rel') === 'modulepreload');
  const inline = scripts.map(textOf).filter((code) => code.trim() !== '');
  const linked = new Set<string>();
  for (const script of scripts) if (attr(script, 'src')) modules(attr(script, 'src') ?? '', linked);
  for (const link of preloaded) modules(attr(link, 'href') ?? '', linked);
  // An island is loaded by the page itself, at once or when it is seen.
  for (const island of named(page, 'astro-island')) {
    for (const url of ['component-url', 'renderer-url'])
      if (attr(island, url)) modules(attr(island, url) ?? '', linked);
  }
  for (const code of inline) for (const path of absoluteImports(code)) modules(path, linked);
  const external = [...linked].reduce((sum, path) => sum + compressedFile(path), 0);
  const sheets = named(page, 'link').filter((link) => attr(link, 'rel') === 'stylesheet');
  const styles = sheets.reduce((sum, link) => sum + compressedFile(attr(link, 'href') ?? ''), 0);
  return {
    page: compressed(page.html) + external + styles,
    script: external + compressed(inline.join('\n')),
    words: compressed(named(page, 'main').map(readIn).join(' ')),
    items: page.elements.filter(({ tagName }) => ITEMS.has(tagName)).length,
  };
}

/** The words of an element, without its scripts and styles. */
function readIn(element: Tree.ParentNode): string {
  return element.childNodes
    .map((child) => {
      if ('value' in child) return child.value;
      return 'tagName' in child && !/^(?:script|style)$/.test(child.tagName) ? readIn(child) : '';
    })
    .join(' ')
    .replace(/\s+/g, ' ');
}

const absoluteImports = (code: string): string[] =>
  [...code.matchAll(/\b(?:from|import)\s*["'](\/_astro\/[^"']+)["']/g)].map(([, path = '']) => path);
