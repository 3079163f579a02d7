import { leavesOf } from '#content/check/leaves.ts';
import type { LocatedProblem } from '#content/check/problem.ts';
import { textProblems } from '#content/check/texts.ts';
import type { DraftEntry } from '#content/draft.ts';
import { renderMarkdown } from '#content/markdown.ts';
import { toMdast } from '#content/mdast.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { readEntry, type Collection } from '#schemas/kit/index.ts';
import { newSlug } from '../check/form-entry.ts';

/** What a tab posts of its form. */
export interface PostedForm {
  /** The tab. */
  key: string;
  collection: CollectionName;
  /** Empty for a new entry. */
  slug: string;
  /** Its answers, the empty ones dropped. */
  data: Readonly<Record<string, unknown>>;
}

/** The name of a new entry whose title has no letter yet. */
const UNNAMED = 'nouvelle-fiche';

/** What a page could not show, or not safely: the schema's refusals, and what the texts hold besides Markdown. */
export function draftProblems({ collection, slug, data }: PostedForm): LocatedProblem[] {
  const { body, ...fields } = data;
  const declared: Collection = collections[collection];
  const entry = {
    file: `content/${collection}/${slug}.md`,
    collection,
    slug,
    // Whether what it points at is published is asked of a save.
    hidden: 'draft' as const,
    data: fields,
    problems: [],
    body: { text: textOf(body), line: 1 },
    lineOf: () => undefined,
  };
  const texts = textProblems(entry, leavesOf(declared.fields, fields), ANY_ADDRESS, toMdast);
  return [...readEntry(declared, fields).problems, ...texts.filter(({ found }) => found !== 'rien')];
}

/** A page that does not exist yet, a photo that is about to be sent: a link to them is no reason to hide the page. */
const ANY_ADDRESS: ReadonlyMap<string, 'page'> = new (class extends Map<string, 'page'> {
  override has = () => true;
  override get = () => 'page' as const;
})();

/** @throws Error when the form has problems. */
export async function draftOf(form: PostedForm): Promise<DraftEntry> {
  const { body, ...fields } = form.data;
  const { entry } = readEntry(collections[form.collection] as Collection, fields);
  if (entry === undefined) throw new Error('Only what draftProblems lets through can be shown.');
  const named = form.slug || newSlug(form);
  const text = textOf(body);
  return {
    collection: form.collection,
    id: /[a-z0-9]$/.test(named) ? named : UNNAMED,
    data: entry,
    body: text,
    html: await renderMarkdown(text),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const KEY = /^[\w-]{8,64}$/;
const SLUG = /^[a-z0-9-]{0,200}$/;

/** Reads what was posted; undefined when it is something else. */
export function readForm(posted: unknown): PostedForm | undefined {
  if (typeof posted !== 'object' || posted === null) return undefined;
  const { key, collection, slug, data } = posted as Partial<Record<keyof PostedForm, unknown>>;
  if (typeof key !== 'string' || !KEY.test(key) || typeof slug !== 'string' || !SLUG.test(slug)) return undefined;
  if (typeof collection !== 'string' || !Object.hasOwn(collections, collection)) return undefined;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  return { key, slug, collection: collection as CollectionName, data: data as PostedForm['data'] };
}
