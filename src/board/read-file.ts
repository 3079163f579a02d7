import { z } from 'zod';
import { typeset } from '../domain/typography.ts';
import type { Board } from './board.ts';
import { APP, MAX_FILE, VERSION } from './write-file.ts';

const stamp = { at: z.int().nonnegative(), by: z.string().min(1).max(60) };
const cell = z.strictObject({ value: z.union([z.string(), z.number(), z.boolean(), z.null()]), ...stamp });
const version = z.strictObject({ text: z.string(), clock: z.record(z.string(), z.int().positive()) });
const card = z.strictObject({
  id: z.string().min(1).max(200),
  cells: z.record(z.string(), cell),
  notes: z.array(version),
});
const file = z.strictObject({
  app: z.literal(APP),
  version: z.literal(VERSION),
  exportedAt: z.iso.datetime(),
  cards: z.array(card),
});

/** The board of a file, or why the whole of it is refused: what, where, what was found, what is expected. */
export function readFile(text: string, size = text.length): { board: Board } | { refused: string } {
  if (size > MAX_FILE) return refuse('Ce fichier dépasse 20 Mo : ce n’est pas un tableau de suivi.');
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
  for (const { id } of read.data.cards) {
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

/** The first fault of a file: in which call, which field, what is there. */
function explain(issue: z.core.$ZodIssue | undefined, data: unknown): string {
  const path = issue?.path ?? [];
  let value: unknown = data;
  for (const step of path)
    value = isRecord(value) || Array.isArray(value) ? (value as never)[step as never] : undefined;
  const [, rank] = path;
  const where = typeof rank === 'number' ? `le financement numéro ${rank + 1}` : 'le fichier';
  const field = path.slice(typeof rank === 'number' ? 2 : 0).join('.') || 'entier';
  const shown = value === undefined ? 'rien' : JSON.stringify(value).slice(0, 60);
  const expected = issue?.code === 'invalid_type' ? (EXPECTED[issue.expected] ?? issue.expected) : 'autre chose';
  return `Ce fichier est abîmé : dans ${where}, le champ « ${field} » contient ${shown}, et non ${expected}. Rien n’a été repris : demandez un nouveau fichier à la personne qui l’a enregistré.`;
}
