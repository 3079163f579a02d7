import type { CollectionEntry } from 'astro:content';
import { entryNamed } from '#content/entries.ts';
import { site } from '#site.ts';
import { readDocument } from './document.ts';

type Template = CollectionEntry<'templates'>;

// Its page tells the size of a file that stands at another address: each is made once.
const documents = new WeakMap<Template, Promise<Uint8Array<ArrayBuffer>>>();
const workbooks = new WeakMap<Template, Promise<Uint8Array<ArrayBuffer>>>();

/** A template to fill in, for Word or LibreOffice. */
export function documentOf(entry: Template): Promise<Uint8Array<ArrayBuffer>> {
  const made = documents.get(entry) ?? makeDocument(entry);
  documents.set(entry, made);
  return made;
}

/** True for a template whose tables are given to fill in as a spreadsheet. */
export const hasWorkbook = ({ data, body }: Template): boolean =>
  data.spreadsheet && readDocument(body ?? '').children.some(({ type }) => type === 'table');

/** The tables of a template, for Excel or LibreOffice. */
export function workbookOf(entry: Template): Promise<Uint8Array<ArrayBuffer>> {
  const made = workbooks.get(entry) ?? makeWorkbook(entry);
  workbooks.set(entry, made);
  return made;
}

async function makeDocument(entry: Template): Promise<Uint8Array<ArrayBuffer>> {
  // The library is heavy, and few builds need it.
  const { docxOf } = await import('./docx/docx.ts');
  return docxOf({ ...entry.data, body: entry.body ?? '' }, { organisation: await organisation(), site: site.url });
}

async function makeWorkbook(entry: Template): Promise<Uint8Array<ArrayBuffer>> {
  const { xlsxOf } = await import('./xlsx/xlsx.ts');
  return xlsxOf({ ...entry.data, body: entry.body ?? '' }, { organisation: await organisation() });
}

const organisation = async (): Promise<string> =>
  (await entryNamed('settings', 'site'))?.data.organisation ?? 'Les Petites Cantines';

/** `11 ko`. */
export const sizeOf = (file: Uint8Array): string => `${Math.ceil(file.byteLength / 1000)}\u00a0ko`;
