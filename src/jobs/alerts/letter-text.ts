import type { LetterOpportunity } from './letter-card.ts';
import type { LetterLine, LetterPart } from './letter-parts.ts';
import type { AlertLetter } from './letter.ts';

/** The message as plain text. */
export function letterText({ opening, parts, closing, why, page, stop }: AlertLetter): string {
  return [
    ...opening,
    ...parts.flatMap(partText),
    rule,
    closing,
    `${page.label} : ${page.url}`.replace(' :', '\u00a0:'),
    `${why.title}\n${why.sentences.join('\n')}`,
    ...(stop ? [`${stop.label}\u00a0: ${stop.url}`] : []),
    '',
  ].join('\n\n');
}

const rule = '—'.repeat(12);
const heading = (title: string): string => `${title.toUpperCase()}\n${'='.repeat(title.length)}`;

const partText = ({ title, note, opportunities, lines }: LetterPart): string[] => [
  heading(title),
  ...(note === undefined ? [] : [note]),
  ...opportunities.map(opportunityText),
  ...(lines.length === 0 ? [] : [lines.map(lineText).join('\n')]),
];

const lineText = ({ title, words, url }: LetterLine): string =>
  `  • ${title}\u00a0: ${words}${url === undefined ? '' : `\n    ${url}`}`;

function opportunityText({ title, mark, summary, facts, answer, reasons, links }: LetterOpportunity): string {
  return [
    mark === undefined ? title : `${title} [${mark}]`,
    summary,
    ...facts.map(({ label, value }) => `${label}\u00a0: ${value}`),
    `${answer}.`,
    ...reasons.map((reason) => `  • ${reason}`),
    ...links.map(({ label, url }) => `${label}\u00a0: ${url}`),
  ].join('\n');
}
