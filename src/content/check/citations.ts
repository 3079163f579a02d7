import { collections, type CollectionName } from '#schemas/index.ts';
import type { Collection } from '#schemas/kit/index.ts';
import { hasOwnPages, listPath, standInLists } from '../routes.ts';
import { addressesOf } from './addresses.ts';
import { leavesOf, type Leaf } from './leaves.ts';
import { heard } from './links.ts';
import { readMarkdown, type ParseMarkdown } from './markdown.ts';

/** What an entry says, however it is kept. */
interface Words {
  collection: CollectionName;
  data: unknown;
  /** Its text, in Markdown. */
  body: string;
}

/** How another entry names an entry in a field: `funders/ademe`. */
export const nameOf = (collection: CollectionName, slug: string): string => `${collection}/${slug}`;

/** All that another entry may name it by: its name, the addresses of its pages. */
export const namesOf = (collection: CollectionName, slug: string): string[] => [
  nameOf(collection, slug),
  ...addressesOf(collection, slug),
];

/**
 * What an entry points at on the site, each once: entries by their names (`funders/ademe`, and `figures/seuil` for a
 * link to where it stands in its list), pages and uploads by their addresses, without a question or an anchor
 * (`/cantines/metz/`, `/uploads/bilan.pdf`).
 */
export function citationsOf({ collection, data, body }: Words, parse: ParseMarkdown): string[] {
  const declared: Collection = collections[collection];
  const leaves = leavesOf(declared.fields, data);
  const texts = [body, ...leaves.flatMap(({ meta, value }) => (isMarkdown(meta) ? String(value) : []))];
  return [...new Set([...leaves.flatMap(pointedAt), ...texts.flatMap((text) => linksIn(text, parse))])].toSorted();
}

const isMarkdown = (meta: Leaf['meta']): boolean => meta.kind === 'text' && meta.shape === 'markdown';

function pointedAt({ meta, value }: Leaf): string[] {
  if (typeof value !== 'string') return [];
  const written = value.trim();
  if (meta.kind === 'reference') return [nameOf(meta.collection as CollectionName, written)];
  const isFile = meta.kind === 'image' || meta.kind === 'file';
  const isLink = meta.kind === 'text' && meta.shape === 'line' && meta.pattern?.test(written) === true;
  return isFile || isLink ? siteAddress(written) : [];
}

/** The signs without which a text has no link; a text without them is not read. */
const LINK_SIGNS = /\]\(|\]:/;

function linksIn(text: string, parse: ParseMarkdown): string[] {
  if (!LINK_SIGNS.test(text)) return [];
  const { nodes } = readMarkdown(text.trim(), parse);
  return nodes.flatMap((node) => ('url' in node ? [...siteAddress(node.url), ...standingAt(node.url)] : []));
}

/** The names of the lists in which entries stand, by their addresses: `/chiffres/` → `figures`. */
const LISTS = new Map(
  (Object.keys(collections) as CollectionName[])
    .filter((name) => standInLists(name) && !hasOwnPages(name))
    .map((name) => [listPath(name), name]),
);

/** The name of the entry that stands in a list at the anchor of a link; empty when none does. */
export function standingAt(url: string): string[] {
  const [, list = '', slug = ''] = /^(\/[^?#]*)#(.+)$/.exec(heard(url)) ?? [];
  const collection = LISTS.get(list);
  return collection === undefined ? [] : [nameOf(collection, slug)];
}

const siteAddress = (url: string): string[] => {
  const address = addressIn(url);
  return address === undefined ? [] : [address];
};

/** The address of a page or a file of the site that a link leads to, as the content check reads it; undefined outside. */
export function addressIn(url: string): string | undefined {
  const path = /^\/(?!\/)[^?#]*/.exec(heard(url))?.[0];
  try {
    return path === undefined ? undefined : decodeURIComponent(path);
  } catch {
    return path;
  }
}
