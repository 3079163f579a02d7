import { typeset } from '#domain/typography.ts';
import type { Answers } from '../versions/answers.ts';

/** Where a page says a field when its words are not found there, as those of another entry are not. */
const USUAL_PLACES: Readonly<Record<string, string>> = { title: 'h1', summary: '.lead', lead: '.lead' };

const plain = (words: string): string => typeset(words).replace(/\s+/g, ' ').trim();

const wordsIn = (answers: Answers, field: string): string => {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
};

export interface Publication {
  /** The names of its fields. */
  fields: readonly string[];
  /** What the page was made of; absent when it is the page of another entry. */
  published?: Answers;
  /** The id of the entry in a list. */
  anchor?: string;
}

/** Where a published page says the fields of its entry, found once, to say something else there. */
export class PageWords {
  readonly #published: Answers | undefined;
  readonly #places: readonly { field: string; texts: readonly Text[] }[];
  readonly #prose: Element | null;
  #isRewritten = false;

  constructor(page: Document, { fields, published, anchor }: Publication) {
    this.#published = published;
    const scope =
      (anchor === undefined ? null : page.getElementById(anchor)) ?? page.querySelector('main') ?? page.body;
    this.#prose = scope.querySelector('.prose');
    const texts = textsIn(scope);
    this.#places = fields.map((field) => {
      const words = plain(wordsIn(published ?? {}, field));
      const same = words === '' ? [] : texts.filter(({ data }) => plain(data) === words);
      const usual = USUAL_PLACES[field];
      const isElsewhere = same.length > 0 || anchor !== undefined || (published && words === '');
      const place = isElsewhere || usual === undefined ? null : scope.querySelector(usual);
      return { field, texts: place ? textsIn(place).slice(0, 1) : same };
    });
  }

  /** Says these answers; a text that is as it was published is left alone. */
  say(answers: Answers, nodesOf: (markdown: string) => Node[]): void {
    for (const { field, texts } of this.#places)
      for (const text of texts) text.data = `${typeset(wordsIn(answers, field).trim())} `;
    const body = wordsIn(answers, 'body').trim();
    const isPublished = this.#published && body === wordsIn(this.#published, 'body').trim();
    if (isPublished && !this.#isRewritten) return;
    this.#prose?.replaceChildren(...nodesOf(body));
    this.#isRewritten = true;
  }
}

/** The texts of a part that are not blank. */
function textsIn(part: Element): Text[] {
  const walker = part.ownerDocument.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.trim() !== '' && !text.parentElement?.closest('script, style')) texts.push(text);
  }
  return texts;
}
