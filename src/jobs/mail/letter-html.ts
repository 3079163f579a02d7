import { escapeHtml } from '#domain/html.ts';
import type { Letter, LetterCard, LetterLine, LetterLink, LetterPart } from './letter.ts';

// Mail programs keep little of a stylesheet: light colours are on the elements, the dark ones in a rule that those
// which know it read. Contrasts are at least 7:1.
const FONT = "font-family:'Atkinson Hyperlegible',Verdana,sans-serif";
const STYLES = {
  body: `margin:0;padding:0;background:#fbf6ec;color:#2a1f17;${FONT};font-size:17px;line-height:1.5`,
  cloth:
    'height:28px;background-color:#fff4e0;background-image:linear-gradient(90deg,rgba(200,64,42,.5) 50%,transparent 50%),linear-gradient(rgba(200,64,42,.5) 50%,transparent 50%);background-size:28px 28px',
  sheet: 'max-width:38rem;margin:0 auto;padding:20px 16px 40px',
  h2: 'margin:32px 0 0;font-size:22px;line-height:1.25',
  h3: 'margin:0;font-size:19px;line-height:1.3',
  card: 'margin:14px 0 0;padding:16px;background:#fffdf8;border:1px solid #e6d9c3;border-radius:14px',
  link: 'display:inline-block;padding:8px 16px 8px 0;color:#a92c1b',
  button:
    'display:inline-block;padding:12px 22px;border-radius:12px;background:#a92c1b;color:#ffffff;font-weight:bold;text-decoration:none',
  inline: 'color:#a92c1b',
  list: 'margin:10px 0 0;padding-left:22px',
  line: 'margin:0 0 8px',
  mark: 'display:inline-block;padding:0 8px;border-radius:10px;background:#26592f;color:#ffffff;font-size:15px',
  gap: 'margin:8px 0 0',
  soft: 'margin:8px 0 0;color:#5a4a3b;font-size:15px',
  far: 'margin:32px 0 0',
} as const;

const DARK = `@media (prefers-color-scheme: dark) {
  body { background: #17130f !important; color: #f3e9da !important; }
  .cloth { background-color: #3d2a20 !important; }
  .card { background: #221b15 !important; border-color: #3d3329 !important; }
  .soft { color: #c9b9a4 !important; }
  .mark { background: #97d8a2 !important; color: #17130f !important; }
  a { color: #ff9376 !important; }
  .button { background: #ff9376 !important; color: #17130f !important; }
}`;

const open = (tag: string, style: keyof typeof STYLES): string => {
  return `<${tag} class="${style}" style="${escapeHtml(STYLES[style])}">`;
};
const paragraph = (text: string, style: 'gap' | 'soft' | 'far' = 'gap'): string =>
  `${open('p', style)}${escapeHtml(text)}</p>`;
/** `about`: what tells apart two links of the same label, for who hears them out of their card. */
const link = (label: string, url: string, about?: string): string => {
  const name = about === undefined ? '' : ` aria-label="${escapeHtml(`${label}\u00a0: ${about}`)}"`;
  return `<a style="${STYLES.link}" href="${escapeHtml(url)}"${name}>${escapeHtml(label)}</a>`;
};

/** The message as HTML: no image, nothing asked of anyone, no tracker. */
export function letterHtml({ subject, opening, parts, closing, why, page, stop }: Letter): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
${DARK}
</style>
</head>
<body style="${escapeHtml(STYLES.body)}">
${open('div', 'cloth')}</div>
${open('div', 'sheet')}
${opening.map((each) => paragraph(each)).join('\n')}
${parts.map(partHtml).join('\n')}
${page.isButton ? `${buttonHtml(page)}\n` : ''}${paragraph(closing, 'far')}${page.isButton ? '' : `\n${open('p', 'gap')}${link(page.label, page.url)}</p>`}
${open('p', 'far')}<strong>${escapeHtml(why.title)}</strong></p>
${why.sentences.map((each) => paragraph(each, 'soft')).join('\n')}${stop ? `\n${open('p', 'gap')}${link(stop.label, stop.url)}</p>` : ''}
</div>
</body>
</html>
`;
}

const buttonHtml = ({ label, url }: LetterLink): string =>
  `${open('p', 'far')}<a class="button" style="${STYLES.button}" href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`;

const partHtml = ({ title, note, cards, lines }: LetterPart): string =>
  [
    `${open('h2', 'h2')}${escapeHtml(title)}</h2>`,
    ...(note === undefined ? [] : [paragraph(note)]),
    ...cards.map(cardHtml),
    ...(lines.length === 0 ? [] : [`<ul style="${STYLES.list}">${lines.map(lineHtml).join('')}</ul>`]),
  ].join('\n');

function lineHtml({ title, words, url }: LetterLine): string {
  const name =
    url === undefined
      ? `<strong>${escapeHtml(title)}</strong>`
      : `<a style="${STYLES.inline}" href="${escapeHtml(url)}">${escapeHtml(title)}</a>`;
  return `<li style="${STYLES.line}">${name}\u00a0: ${escapeHtml(words)}</li>`;
}

function cardHtml({ title, mark, summary, facts, answer, reasons = [], links }: LetterCard): string {
  const shownMark = mark === undefined ? '' : ` ${open('span', 'mark')}${escapeHtml(mark)}</span>`;
  return [
    `${open('div', 'card')}${open('h3', 'h3')}${escapeHtml(title)}${shownMark}</h3>`,
    paragraph(summary),
    ...facts.map(
      ({ label, value }) => `${open('p', 'gap')}<strong>${escapeHtml(label)}\u00a0:</strong> ${escapeHtml(value)}</p>`,
    ),
    ...(answer === undefined ? [] : [`${open('p', 'gap')}<strong>${escapeHtml(answer)}.</strong></p>`]),
    ...(reasons.length === 0 ? [] : [reasonsHtml(reasons)]),
    `${open('p', 'gap')}${links.map(({ label, url }) => link(label, url, title)).join('')}</p></div>`,
  ].join('\n');
}

const reasonsHtml = (reasons: readonly string[]): string =>
  `<ul style="margin:4px 0 0;padding-left:22px">${reasons.map((reason) => `<li>${escapeHtml(reason)}</li>`).join('')}</ul>`;
