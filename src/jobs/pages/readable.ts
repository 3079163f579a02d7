import { Parser } from 'htmlparser2';

/** What nobody reads, or what every page of a site repeats. */
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'head', 'nav', 'footer', 'select']);
const INLINE = new Set(['a', 'abbr', 'b', 'em', 'i', 'mark', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u']);

/** Elements in one another: no page is deeper, and a parser takes the square of it. */
const DEEPEST = 1000;

/** The words of a page: those of its main part when it has one; of an endless one, its beginning. It never fails. */
export function readableText(html: string): string {
  const all: string[] = [];
  const main: string[] = [];
  /** What is open: what is unread in it, and whether it is the main part. */
  const open: { isUnread: boolean; isMain: boolean }[] = [];
  let unread = 0;
  let within = 0;
  const put = (words: string) => {
    if (unread > 0) return;
    all.push(words);
    if (within > 0) main.push(words);
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (!INLINE.has(name)) put(' ');
      const isUnread = UNREAD.has(name) || Object.hasOwn(attributes, 'hidden');
      const isMain = name === 'main' || attributes['role'] === 'main';
      open.push({ isUnread, isMain });
      if (open.length > DEEPEST) parser.pause();
      unread += Number(isUnread);
      within += Number(isMain);
    },
    ontext: put,
    onclosetag: (name) => {
      const { isUnread = false, isMain = false } = open.pop() ?? {};
      unread -= Number(isUnread);
      within -= Number(isMain);
      if (!INLINE.has(name)) put(' ');
    },
  });
  parser.end(html);
  return oneLine(main) || oneLine(all);
}

const oneLine = (words: readonly string[]): string => words.join('').replace(/\s+/g, ' ').trim();
