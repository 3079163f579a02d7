import { styleText } from 'node:util';
import { shorten } from '#domain/french.ts';
import type { FileProblem } from './problem.ts';

type Style = 'bold' | 'dim' | 'red';

const number = new Intl.NumberFormat('fr-FR');
const count = (many: number, one: string) => `${number.format(many)} ${one}${many > 1 ? 's' : ''}`;

/**
 * The problems as the terminal shows them, grouped by file; without a final line break.
 * @param colour true for a terminal that shows colours.
 */
export function formatProblems(problems: readonly FileProblem[], { colour = false } = {}): string {
  const paint = painter(colour);
  const blocks = blocksOf(problems, paint);
  const remedy = 'Le site en ligne n’est pas touché : corrigez puis relancez npm run check.';
  const total = `${count(problems.length, 'erreur')} dans ${count(blocks.length, 'fichier')}.`;
  return [...blocks, `${paint('red', total)} ${remedy}`].join('\n\n');
}

/** What remains in drafts, which stops nothing. */
export function formatDrafts(drafts: readonly FileProblem[], { colour = false } = {}): string {
  const blocks = blocksOf(drafts, painter(colour));
  const them = blocks.length > 1 ? 'les' : 'le';
  const total = `${count(blocks.length, 'brouillon')} à reprendre avant de ${them} publier : rien n’est bloqué.`;
  return [...blocks, total].join('\n\n');
}

/** What only the network can write, which a live build asks for. */
export function formatLeft(left: readonly FileProblem[]): string {
  const lines = left.map(
    ({ file, line, found }) => `  ${plain(file)}${line === undefined ? '' : `:${line}`} ${shorten(plain(found), 90)}`,
  );
  return [
    `À compléter par le réseau avant la mise en ligne, que la construction en ligne refuse sans cela (${left.length}) :`,
    ...lines,
  ].join('\n');
}

type Paint = (style: Style, text: string) => string;

const painter =
  (colour: boolean): Paint =>
  (style, text) =>
    colour ? styleText(style, text, { validateStream: false }) : text;

const blocksOf = (problems: readonly FileProblem[], paint: Paint): string[] =>
  Object.entries(Object.groupBy(problems, ({ file }) => file)).map(([file, own = []]) =>
    [paint('bold', plain(file)), ...own.map((problem) => formatOne(problem, paint))].join('\n'),
  );

/** A value is shown as text: no sign of it may drive the terminal, nor turn the line. */
const plain = (text: string) => text.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ');

function formatOne({ field, label, line, found, expected, remedy }: FileProblem, paint: Paint): string {
  const place = [line === undefined ? '' : `ligne ${line}`, plain(label ? `${field} (${label})` : field)];
  return [
    `  ${paint('red', place.filter(Boolean).join(', '))}`,
    `    ${paint('dim', 'trouvé  ')} ${plain(found)}`,
    `    ${paint('dim', 'attendu ')} ${plain(expected)}`,
    `    ${paint('dim', 'à faire ')} ${plain(remedy)}`,
  ].join('\n');
}

/** « 142 fiches vérifiées, aucune erreur » */
export function formatSuccess(entries: number): string {
  return `${count(entries, 'fiche')} vérifiée${entries > 1 ? 's' : ''}, aucune erreur`;
}
