import type { Outline } from './outline.ts';
import { quote, type LocatedProblem } from './problem.ts';

/** What js-yaml, by which Astro reads, throws on a text that it cannot read. */
export interface SyntaxTrouble extends Error {
  reason: string;
  /** Where the reader gave up; `line` is counted from 0. */
  mark?: { line: number; position: number };
}

export const isSyntaxTrouble = (error: unknown): error is SyntaxTrouble =>
  error instanceof Error && error.name === 'YAMLException';

interface Sentence {
  /** Matched against the reason that js-yaml gives. */
  reason: RegExp;
  /** True when the error is where the broken value opened, not where the reader gave up. */
  atOpening?: true;
  expected: string;
  remedy: string;
}

const SENTENCES: readonly Sentence[] = [
  {
    reason: /duplicated mapping key/,
    expected: 'chaque champ une seule fois',
    remedy: 'Gardez une seule des lignes qui portent ce nom de champ.',
  },
  {
    reason: /within a (?:double|single) quoted scalar|unexpected end of the document within/,
    atOpening: true,
    expected: 'un guillemet à la fin de la valeur',
    remedy: 'Fermez le guillemet ouvert sur cette ligne.',
  },
  {
    reason: /within a flow collection|missed comma between flow/,
    atOpening: true,
    expected: 'un crochet fermé, et une virgule entre les valeurs',
    remedy: 'Fermez le crochet ou l’accolade ouverts sur cette ligne, ou écrivez une valeur par ligne après un tiret.',
  },
  {
    reason: /tab characters/,
    expected: 'des espaces en début de ligne',
    remedy: 'Remplacez la tabulation par deux espaces.',
  },
  {
    reason: /non-printable/,
    expected: 'des signes visibles',
    remedy: 'Retapez la ligne à la main : elle contient un signe invisible, venu d’un copier-coller.',
  },
  {
    reason: /alias|anchor|tag|reserved|directive/,
    expected: 'une valeur entre guillemets quand elle commence par un signe',
    remedy: 'Mettez la valeur entre guillemets : sans eux, * & ! % @ et ` ont un autre sens au début d’une valeur.',
  },
  {
    reason: /escape sequence|hexadecimal/,
    expected: 'une valeur sans barre oblique inversée',
    remedy: 'Entre guillemets droits ("), doublez la barre oblique inversée (\\\\), ou prenez des apostrophes droites.',
  },
];

const FALLBACK = {
  expected: 'une ligne « champ: valeur », bien décalée',
  remedy:
    'Mettez la valeur entre guillemets si elle contient deux-points ou un dièse, ou si elle commence par un signe ; vérifiez aussi que la ligne est décalée comme ses voisines.',
};

/** The two commonest slips, told with the line as it should be written. */
function rewritten(line: string): { expected: string; remedy: string } | undefined {
  const [, start, value] = /^([\s-]*[\w-]+:) +(\S.*)$/.exec(line) ?? [];
  if (!start || !value) return undefined;
  const inner = /^'.*'$/.test(value) ? value.slice(1, -1) : value;
  const isColon = !/^["'[{|>]/.test(value) && /:(?:\s|$)/.test(value);
  const isApostrophe = inner !== value && inner.includes("'");
  if (inner.includes('"') || !(isColon || isApostrophe)) return undefined;
  return {
    expected: isColon
      ? 'une valeur entre guillemets, puisqu’elle contient deux-points'
      : 'une valeur entre guillemets doubles, puisqu’elle contient une apostrophe',
    remedy: `Écrivez la ligne ainsi : ${start.trim()} "${inner.trim()}"`,
  };
}

const keyOf = (line: string) => /^[\s-]*["']?([\w-]+)["']?\s*:/.exec(line)?.[1];

/** A syntax error of the front matter, in French; lines are counted from 0 in `text`. */
export function yamlProblem(
  text: string,
  { reason, mark = { line: 0, position: 0 } }: SyntaxTrouble,
  places: Outline,
): LocatedProblem & { line: number } {
  const lines = text.split(/\r?\n/);
  const sentence = SENTENCES.find((each) => each.reason.test(reason));
  let line = (sentence?.atOpening && places.openedAt(mark.position)) ?? mark.line;
  // js-yaml may stop after the end: the last line with something on it is the one to look at.
  while (line > 0 && !lines[line]?.trim()) line -= 1;
  const written = lines[line] ?? '';
  const told = sentence ?? rewritten(written) ?? FALLBACK;
  return {
    field: keyOf(written) ?? 'en-tête',
    found: written.trim() ? quote(written) : 'rien',
    expected: told.expected,
    remedy: told.remedy,
    line,
  };
}
