import { PICTURES, type Picture } from './pictures.ts';

/** A part of the guide, from one title to the next. */
export interface Part {
  /** 2 or 3; undefined before the first title. */
  level: 2 | 3 | undefined;
  /** Of its title, for a link. */
  id: string;
  /** Its title, as HTML without tags. */
  title: string;
  html: string;
  pictures: readonly Picture[];
}

const TITLE = /^<h([23]) id="([^"]*)">([^]*?)<\/h\1>/;

/** What the same title may be written with: capitals, apostrophes and blanks do not change it. */
const bare = (title: string): string =>
  title
    .replace(/[’']|&#39;|&#x27;/g, '’')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase();

const wordsOf = (html: string): string => html.replace(/<[^>]*>/g, '');

const TAG = /<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
const EMPTY = /^(?:area|br|col|embed|hr|img|input|source|track|wbr)$/i;

/** Whether all that is opened is closed. */
function isWhole(html: string): boolean {
  let depth = 0;
  for (const [, closing, name = ''] of html.matchAll(TAG)) if (!EMPTY.test(name)) depth += closing ? -1 : 1;
  return depth === 0;
}

/** The text cut before each title, but before those inside a list or a quotation. */
function cutAtTitles(html: string): string[] {
  const pieces: string[] = [];
  let open = '';
  for (const piece of html.split(/(?=<h[23] )/)) {
    open += piece;
    if (!isWhole(open)) continue;
    pieces.push(open);
    open = '';
  }
  return open === '' ? pieces : [...pieces, open];
}

/**
 * The text of the guide in parts, each with its pictures.
 * @param html as Markdown is rendered
 */
export function partsOf(html: string): { parts: Part[]; others: readonly Picture[] } {
  const parts = cutAtTitles(html)
    .filter((piece) => piece.trim() !== '')
    .map((piece): Part => {
      const [, level, id = '', inner = ''] = TITLE.exec(piece) ?? [];
      const title = wordsOf(inner);
      const pictures = PICTURES.filter(({ under }) => bare(under) === bare(title));
      return { level: level === '2' ? 2 : level === '3' ? 3 : undefined, id, title, html: piece, pictures };
    });
  const shown = new Set(parts.flatMap(({ pictures }) => pictures));
  return { parts, others: PICTURES.filter((picture) => !shown.has(picture)) };
}

/** A chapter of the guide, and the tasks that it tells. */
export interface Chapter {
  id: string;
  title: string;
  tasks: readonly Part[];
}

/** What the guide holds, by chapter; the tasks before the first chapter are chapters of their own. */
export function chaptersOf(parts: readonly Part[]): Chapter[] {
  const chapters: (Chapter & { tasks: Part[] })[] = [];
  for (const part of parts) {
    if (part.level === undefined) continue;
    const chapter = part.level === 3 ? chapters.at(-1) : undefined;
    if (chapter) chapter.tasks.push(part);
    else chapters.push({ id: part.id, title: part.title, tasks: [] });
  }
  return chapters;
}
