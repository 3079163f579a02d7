import type { AlertLetter, LetterOpportunity } from './letter.ts';

/** The message as plain text. */
export function letterText({ opening, parts, closing, why, page }: AlertLetter): string {
  return [
    ...opening,
    ...parts.flatMap(({ title, opportunities }) => [heading(title), ...opportunities.map(opportunityText)]),
    rule,
    closing,
    `${page.label} : ${page.url}`.replace(' :', '\u00a0:'),
    `${why.title}\n${why.sentences.join('\n')}`,
    '',
  ].join('\n\n');
}

const rule = '—'.repeat(12);
const heading = (title: string): string => `${title.toUpperCase()}\n${'='.repeat(title.length)}`;

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
