import TurndownService from 'turndown';

/** HTML of a funder as Markdown that our pages accept: no HTML, no image, no script, links to web pages only. */
const service = new TurndownService({
  headingStyle: 'atx',
  hr: '* * *',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
});
service.remove(['script', 'style', 'iframe', 'noscript', 'title', 'head', 'form', 'button'] as never);
service.addRule('image', { filter: ['img', 'video', 'audio', 'object'] as never, replacement: () => '' });
service.addRule('heading', {
  filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  // Under the titles of our own.
  replacement: (content, node) =>
    content.trim() === '' ? '' : `\n\n${Number(node.nodeName.slice(1)) > 2 ? '####' : '###'} ${oneLine(content)}\n\n`,
});
service.addRule('link', {
  filter: 'a',
  replacement: (content, node) => {
    const href = node.getAttribute('href') ?? '';
    const url = URL.canParse(href) ? new URL(href) : undefined;
    return url && /^https?:$/.test(url.protocol) && content.trim() !== ''
      ? `[${oneLine(content)}](${url.href.replace(/[()<>]/g, encodeURIComponent)})`
      : content;
  },
});
service.addRule('code', { filter: ['pre', 'code'], replacement: (content) => content });

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Well-formed text, without the controls that no file should hold. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/(?!\n)\p{Cc}|\p{Noncharacter_Code_Point}|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ');

/** Markdown of a text that a funder wrote in HTML. */
export function markdownOf(html: string): string {
  refuseEndless(html);
  return (
    // An entity may stand for a control too.
    clean(service.turndown(clean(html)))
      // What turndown leaves of a text that looked like HTML, an autolink or an entity.
      .replaceAll('<', '\\<')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/^(\s*)(=+|-{2,})\s*$/gm, '$1')
      // A title that is not one of ours: « # » alone, or in a <pre>.
      .replace(/^((?:[\s>*+-]|\d+[.)](?=\s))*)(#{1,2}|#{3,4}(?! \S)|#{5,})(?=\s|$)/gm, '$1\\$2')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

const UNREAD = new Set(['SCRIPT', 'STYLE', 'IFRAME', 'NOSCRIPT', 'TITLE', 'HEAD', 'FORM', 'BUTTON']);
const reader = new TurndownService({
  // Spaces between blocks only: « <b>bénévoles</b>. » has none before its full stop.
  blankReplacement: (_, node) => (isApart(node) ? ' ' : ''),
});
reader.escape = (text) => text;
reader.addRule('text', {
  filter: () => true,
  replacement: (content, node) => (UNREAD.has(node.nodeName) ? '' : isApart(node) ? ` ${content} ` : content),
});

const isApart = (node: object): boolean =>
  ('isBlock' in node && node.isBlock === true) || ('nodeName' in node && node.nodeName === 'BR');

/** The text alone, on one line. */
export function aidText(html: string): string {
  refuseEndless(html);
  const text = clean(html);
  const read = /[<&]/.test(text) ? clean(reader.turndown(text)) : text;
  return oneLine(read.replaceAll('<', '‹').replace(/(?<=‹[^›]*)>/g, '›'));
}

/** A text that no one could read, nor a parser in a reasonable time; the message ends a sentence, « son texte … ». */
export class EndlessText extends Error {}

const MOST_SIGNS = 300_000;
const MOST_LEVELS = 200;
/** Elements without an end, or whose end may be left out. */
const UNNESTED = new Set(
  'area base br col colgroup dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);

/** Parsers go down one call for each level, and some search all of them at each tag. */
function refuseEndless(html: string): void {
  if (html.length > MOST_SIGNS) throw new EndlessText(`a ${html.length} signes, comme un livre`);
  let level = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (UNNESTED.has(name.toLowerCase())) continue;
    level = Math.max(0, level + (end === '' ? 1 : -1));
    if (level > MOST_LEVELS)
      throw new EndlessText(`tient plus de ${MOST_LEVELS} listes ou blocs les uns dans les autres`);
  }
}
