import type { Letter, LetterCard, LetterLine, LetterLink, LetterPart } from './letter.ts';

/** The message as plain text. */
export function letterText({ opening, parts, closing, why, page, stop }: Letter): string {
  return [
    ...opening,
    ...parts.flatMap(partText),
    ...(page.isButton ? [linkText(page), rule, closing] : [rule, closing, linkText(page)]),
    `${why.title}\n${why.sentences.join('\n')}`,
    ...(stop ? [linkText(stop)] : []),
    '',
  ].join('\n\n');
}

const linkText = ({ label, url }: LetterLink): string => `${label}\u00a0: ${url}`;

const rule = '—'.repeat(12);
const heading = (title: string): string => `${title.toUpperCase()}\n${'='.repeat(title.length)}`;

const partText = ({ title, note, cards, lines }: LetterPart): string[] => [
  heading(title),
  ...(note === undefined ? [] : [note]),
  ...cards.map(cardText),
  ...(lines.length === 0 ? [] : [lines.map(lineText).join('\n')]),
];

const lineText = ({ title, words, url }: LetterLine): string =>
  `  • ${title}\u00a0: ${words}${url === undefined ? '' : `\n    ${url}`}`;

function cardText({ title, mark, summary, facts, answer, reasons = [], links }: LetterCard): string {
  return [
    mark === undefined ? title : `${title} [${mark}]`,
    summary,
    ...facts.map(({ label, value }) => `${label}\u00a0: ${value}`),
    ...(answer === undefined ? [] : [`${answer}.`]),
    ...reasons.map((reason) => `  • ${reason}`),
    ...links.map(linkText),
  ].join('\n');
}
