import { entryPath } from '#content/routes.ts';
import { addressIn, nameOf, namesOf, standingAt } from '#content/check/citations.ts';
import { readMarkdown, type ParseMarkdown } from '#content/check/markdown.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { metaOf, type Collection, type FieldMeta, type Fields } from '#schemas/kit/index.ts';
import type { Answers } from '../versions/answers.ts';

/** An entry whose place another takes, in one collection. */
export interface Replacement {
  collection: CollectionName;
  from: string;
  to: string;
}

/** The answers of an entry with one entry in the place of another: in its references, its links and its texts. */
export function replacing(
  { collection, answers }: { collection: CollectionName; answers: Answers },
  replacement: Replacement,
  parse: ParseMarkdown,
): Answers {
  const declared: Collection = collections[collection];
  const inText = (text: string) => relinked(text, replacement, parse);
  const { body, ...data } = answers;
  const fields = replacedIn(declared.fields, data, replacement, inText);
  return { ...fields, ...(typeof body === 'string' && { body: inText(body) }) };
}

function replacedIn(
  fields: Fields,
  data: Answers,
  replacement: Replacement,
  inText: (text: string) => string,
): Answers {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const field = fields[name];
      return [name, field ? replacedAt(metaOf(field), value, replacement, inText) : value];
    }),
  );
}

const isGroup = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function replacedAt(
  meta: FieldMeta,
  value: unknown,
  replacement: Replacement,
  inText: (text: string) => string,
): unknown {
  if (meta.kind === 'group') return isGroup(value) ? replacedIn(meta.fields, value, replacement, inText) : value;
  if (Array.isArray(value)) {
    const item = meta.kind === 'list' ? metaOf(meta.item) : meta;
    const items = value.map((each) => replacedAt(item, each, replacement, inText));
    // Who cited both cites the one that stays once.
    return meta.kind === 'reference' ? [...new Set(items)] : items;
  }
  if (typeof value !== 'string') return value;
  if (meta.kind === 'reference') {
    const isIt = meta.collection === replacement.collection && value.trim() === replacement.from;
    return isIt ? replacement.to : value;
  }
  if (meta.kind !== 'text') return value;
  if (meta.shape === 'markdown') return inText(value);
  return meta.shape === 'line' && meta.pattern?.test(value.trim()) === true ? newAddress(value, replacement) : value;
}

/** The address of what stays in place of that of what goes, its question and its anchor kept; any other as it is. */
function newAddress(url: string, { collection, from, to }: Replacement): string {
  if (standingAt(url).includes(nameOf(collection, from))) return entryPath(collection, to);
  const path = addressIn(url);
  if (path === undefined || !namesOf(collection, from).includes(path)) return url;
  const [, rest = ''] = /^[^?#]*(.*)$/.exec(url.trim()) ?? [];
  return `${path.replace(entryPath(collection, from).replace(/\/$/, ''), entryPath(collection, to).replace(/\/$/, ''))}${rest}`;
}

/** A text with its links led elsewhere, and not a sign of it changed otherwise. */
function relinked(text: string, replacement: Replacement, parse: ParseMarkdown): string {
  const { nodes } = readMarkdown(text, parse);
  const changes = nodes.flatMap((node) => {
    if (!('url' in node)) return [];
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    const url = newAddress(node.url, replacement);
    if (url === node.url || start === undefined || end === undefined) return [];
    // After the words of the link, or the name of a definition, which may hold the same.
    const words = 'children' in node ? (node.children.at(-1)?.position?.end.offset ?? start) : text.indexOf(']', start);
    const at = text.indexOf(node.url, words);
    return at < 0 || at >= end ? [] : { at, length: node.url.length, url };
  });
  return changes
    .toSorted((one, other) => other.at - one.at)
    .reduce((changed, { at, length, url }) => changed.slice(0, at) + url + changed.slice(at + length), text);
}
