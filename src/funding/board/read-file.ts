import { z } from 'zod';
import { typeset } from '#domain/typography.ts';
import type { Board } from './board.ts';
import { isOwn, LONGEST_NAME, NAMES } from './record.ts';
import { keptCalendar, ENGAGEMENTS, isDay, STATES } from './view.ts';
import { APP, MAX_BOARD_FILE, VERSION } from './write-file.ts';

const name = (written: RegExp) => z.string().max(LONGEST_NAME).regex(written).refine(isOwn);
const author = name(NAMES.author);
const cell = z.strictObject({
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  at: z.int().nonnegative(),
  by: author,
});
const version = z.strictObject({ text: z.string(), clock: z.record(author, z.int().positive()) });
const card = z.strictObject({
  id: name(NAMES.card),
  cells: z.record(name(NAMES.cell), cell),
  notes: z.array(version),
});
const file = z.strictObject({
  app: z.literal(APP),
  version: z.literal(VERSION),
  exportedAt: z.iso.datetime(),
  cards: z.array(card),
});

/** The board of a file, or why the whole of it is refused: what, where, what was found, what is expected. */
export function readBoardFile(file: Uint8Array): { board: Board } | { refused: string } {
  if (file.byteLength > MAX_BOARD_FILE) return refuse('Ce fichier dépasse 20 Mo : ce n’est pas un tableau de suivi.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return refuse(
      'Les lettres de ce fichier ne sont pas écrites en UTF-8, comme cette page les écrit : un autre logiciel l’a enregistré, et ses accents seraient perdus. Rien n’a été repris : demandez à la personne de l’enregistrer de nouveau depuis cette page.',
    );
  }
  return readText(text);
}

function readText(text: string): { board: Board } | { refused: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse(
      'Ce fichier n’est pas lisible : il est coupé, ou ce n’est pas un fichier de suivi (.json). Demandez à la personne de l’enregistrer de nouveau.',
    );
  }
  const app = isRecord(data) ? data['app'] : undefined;
  if (app !== APP)
    return refuse(
      'Ce fichier n’est pas un tableau de suivi : il faut celui que donne « Enregistrer le fichier » sur cette page.',
    );
  const found = isRecord(data) ? data['version'] : undefined;
  if (found !== VERSION)
    return refuse(
      `Ce fichier est de la version ${String(found)}, et cette page lit la version ${VERSION} : rechargez la page, ou enregistrez-le de nouveau depuis une page à jour.`,
    );
  const read = file.safeParse(data);
  if (!read.success) return refuse(explain(read.error.issues[0], data));
  const seen = new Set<string>();
  for (const [index, { id, cells }] of read.data.cards.entries()) {
    for (const [cellName, { value }] of Object.entries(cells)) {
      const expected = value === null ? undefined : misreadAs(cellName, value);
      if (expected !== undefined) return refuse(fault(index, cellName, value, expected));
    }
    if (seen.has(id))
      return refuse(
        `Ce fichier contient deux fois le financement « ${id} » : il a été modifié à la main. Rien n’a été repris.`,
      );
    seen.add(id);
  }
  return { board: Object.fromEntries(read.data.cards.map((each) => [each.id, each])) };
}

const refuse = (sentence: string): { refused: string } => ({ refused: typeset(sentence) });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  array: 'une liste',
  object: 'un groupe de champs',
  record: 'un groupe de champs',
};

interface Rule {
  holds: (value: unknown) => boolean;
  /** What it should be, in words. */
  expected: string;
}

const isOneOf = (names: object) => (value: unknown) => typeof value === 'string' && Object.hasOwn(names, value);
const text: Rule = { holds: (value) => typeof value === 'string', expected: 'un texte' };
const day: Rule = { holds: isDay, expected: 'un jour (2027-03-31)' };
const amount: Rule = { holds: (value) => typeof value === 'number' && value >= 0, expected: 'un montant' };
const tick: Rule = { holds: (value) => typeof value === 'boolean', expected: 'oui ou non (true, false)' };

/** What the cells of a card hold, by the last word of their name. */
const RULES: Readonly<Record<string, Rule>> = {
  title: text,
  funder: text,
  slug: text,
  people: text,
  text,
  label: text,
  deadline: day,
  due: day,
  asked: amount,
  obtained: amount,
  amount,
  addedAt: amount,
  done: tick,
  deleted: tick,
  state: { holds: isOneOf(STATES), expected: `un de ces états : ${Object.keys(STATES).join(', ')}` },
  kind: { holds: isOneOf(ENGAGEMENTS), expected: `un de ces engagements : ${Object.keys(ENGAGEMENTS).join(', ')}` },
  calendar: {
    holds: (value) => typeof value === 'string' && keptCalendar(value) !== undefined,
    expected: 'les dates d’un appel de la veille',
  },
};

/** What a cell should hold and does not; undefined when it does, or when its name is not known here. */
function misreadAs(cellName: string, value: unknown): string | undefined {
  const last = cellName.split('.').at(-1) ?? '';
  const rule = Object.hasOwn(RULES, last) ? RULES[last] : undefined;
  return rule && !rule.holds(value) ? rule.expected : undefined;
}

/**
 * The sentence that refuses a file: in which opportunity (from 0; undefined for the file itself), which field, what is
 * there.
 */
function fault(index: number | undefined, field: string, value: unknown, expected: string): string {
  const where = index === undefined ? 'le fichier' : `le financement numéro ${index + 1}`;
  const shown = value === undefined ? 'rien' : JSON.stringify(value).slice(0, 60);
  return `Ce fichier est abîmé : dans ${where}, le champ « ${field} » contient ${shown}, et non ${expected}. Rien n’a été repris : demandez un nouveau fichier à la personne qui l’a enregistré.`;
}

/** The first fault of a file’s shape. */
function explain(issue: z.core.$ZodIssue | undefined, data: unknown): string {
  const path = issue?.path ?? [];
  let value: unknown = data;
  for (const step of path)
    value = isRecord(value) || Array.isArray(value) ? (value as never)[step as never] : undefined;
  const [, rank] = path;
  const index = typeof rank === 'number' ? rank : undefined;
  const field = path.slice(index === undefined ? 0 : 2).join('.') || 'entier';
  const expected = issue?.code === 'invalid_type' ? (EXPECTED[issue.expected] ?? issue.expected) : 'autre chose';
  return fault(index, field, value, expected);
}
