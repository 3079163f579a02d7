import { extractFrontmatter, parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import { isCalendarDate, readPath, showPath } from '#schemas/kit/index.ts';
import { outline, type Outline } from './outline.ts';
import { quote, type LocatedProblem } from './problem.ts';
import { isSyntaxTrouble, yamlProblem } from './yaml-errors.ts';

export interface FrontMatter {
  /** As Astro reads it; undefined when it cannot be read as fields. */
  data: Readonly<Record<string, unknown>> | undefined;
  problems: LocatedProblem[];
  /** The text below, undefined when where it starts is not known; `line` is that of its first line, from 1. */
  body: { text: string; line: number } | undefined;
  /** The line of a field named as `Problem.field` does, or of the closest field around it that is written. */
  lineOf: (field: string) => number | undefined;
}

const linesIn = (text: string) => text.split('\n').length - 1;

/** Splits and reads a file as Astro does, and keeps the line numbers. */
export function readFrontMatter(text: string): FrontMatter {
  const raw = extractFrontmatter(text);
  if (raw === undefined || !/^\uFEFF?\s*---/.test(text)) {
    return { data: undefined, problems: [missing(text)], body: undefined, lineOf: () => undefined };
  }
  const start = text.indexOf(`---${raw}---`) + '---'.length;
  const firstLine = 1 + linesIn(text.slice(0, start));
  const body = bodyOf(text, start + raw.length + '---'.length);
  const places = outline(raw);
  const lineOf = (field: string) => {
    for (const path = readPath(field); path.length > 0; path.pop()) {
      const value = places.at(path);
      if (value) return firstLine + value.line;
    }
    return undefined;
  };
  try {
    const data = parseFrontmatter(text).frontmatter;
    const problem = unreadable(data, places);
    return problem
      ? { data: undefined, problems: [{ ...problem, line: firstLine }], body, lineOf }
      : { data, problems: hasImpossibleDay(raw) ? impossibleDates(data, places, firstLine) : [], body, lineOf };
  } catch (error) {
    if (!isSyntaxTrouble(error)) throw error;
    const problem = yamlProblem(raw, error, places);
    const located = { ...problem, line: firstLine + problem.line };
    return { data: undefined, problems: [located], body, lineOf: () => undefined };
  }
}

/** The body as Astro renders it: without the blanks around it. */
function bodyOf(text: string, from: number): { text: string; line: number } {
  const rest = text.slice(from);
  const blanks = rest.length - rest.trimStart().length;
  return { text: rest.trim(), line: 1 + linesIn(text.slice(0, from + blanks)) };
}

function missing(text: string): LocatedProblem {
  const isOpen = /^\uFEFF?(?:\s*\n)?---/.test(text);
  const [first = ''] = text.trim().split('\n');
  return {
    field: 'en-tête',
    found: isOpen ? 'un en-tête qui n’est pas refermé' : first ? quote(first) : 'un fichier vide',
    expected: 'un en-tête entre deux lignes de trois tirets (---)',
    remedy: isOpen
      ? 'Ajoutez une ligne --- après le dernier champ, avant le texte.'
      : 'Commencez le fichier par une ligne ---, puis les champs, puis une autre ligne ---.',
    line: 1,
  };
}

/** What YAML accepts and an entry cannot be. */
function unreadable(data: Readonly<Record<string, unknown>>, places: Outline): LocatedProblem | undefined {
  // Fields that were read prove themselves; an empty front matter has none to read.
  const root = Array.isArray(data) || Object.keys(data).length === 0 ? places.at([]) : undefined;
  if (root && !root.isMapping) {
    return {
      field: 'en-tête',
      found: quote(root.source),
      expected: 'des lignes « champ: valeur »',
      remedy: 'Écrivez chaque champ sur sa ligne : son nom, deux-points, une espace, sa valeur.',
    };
  }
  if (isShared(data)) {
    return {
      field: 'en-tête',
      found: 'une ancre YAML (& et *)',
      expected: 'des valeurs écrites en entier',
      remedy: 'Recopiez la valeur à chaque endroit, sans & ni *.',
    };
  }
  return undefined;
}

/** True when a part of the value stands at two places: aliases can grow without end, or hold themselves. */
function isShared(value: object): boolean {
  const seen = new Set<object>();
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (seen.has(next)) return true;
    seen.add(next);
    for (const part of Object.values(next) as unknown[]) pending.push(part);
  }
  return false;
}

const DAY = /(\d{4})-(\d{1,2})-(\d{1,2})/;

const isDay = (year = '', month = '', day = ''): boolean =>
  isCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);

/** True when something in the text looks like a day and is none. */
const hasImpossibleDay = (text: string): boolean =>
  [...text.matchAll(new RegExp(DAY, 'g'))].some(([, year, month, day]) => !isDay(year, month, day));

/** YAML turns an unquoted 2026-02-30 into 2 March without a word: only the text still shows it. */
function impossibleDates(data: unknown, places: Outline, firstLine: number): LocatedProblem[] {
  return datesIn(data).flatMap((path) => {
    const { source = '', line = 0 } = places.at(path) ?? {};
    const [written, year = '', month = '', day = ''] = DAY.exec(source) ?? [];
    if (!written || isDay(year, month, day)) return [];
    return {
      field: showPath(path),
      found: quote(written),
      expected: 'un jour qui existe',
      remedy: `Corrigez le jour ou le mois : le ${Number(day)}/${month}/${year} n’est pas dans le calendrier.`,
      line: firstLine + line,
    };
  });
}

/** The paths of the values that YAML took for dates. */
function datesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (value instanceof Date) return [path];
  if (typeof value !== 'object' || value === null) return [];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return parts.flatMap(([step, part]) => datesIn(part, [...path, step]));
}
