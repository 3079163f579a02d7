import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument, Document, type ToStringOptions } from 'yaml';
import { z } from 'zod';
import { writeWhole } from '../disk.ts';
import type { EntryDraft } from './draft.ts';
import type { ImportState } from './plan.ts';

/** As Decap folds its lines. */
const LAYOUT: ToStringOptions = { lineWidth: 80, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN' };

/** A day, that YAML must not take for a text to quote. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function yamlOf(data: Record<string, unknown>): string {
  const document = new Document(data, { schema: 'yaml-1.1', version: '1.1' });
  return unquoteDays(document.toString(LAYOUT));
}

/** Decap writes days without quotes, and so do we: the files stay alike. */
const unquoteDays = (yaml: string): string =>
  yaml.replace(/^(\s*(?:- )?\w+: )"(\d{4}-\d{2}-\d{2})"$/gm, (line, key: string, day: string) =>
    DAY.test(day) ? key + day : line,
  );

/** A new file of `content/`. */
export const fileOf = ({ data, body }: Pick<EntryDraft, 'data' | 'body'>): string =>
  `---\n${yamlOf(data)}---\n${body.trim() === '' ? '' : `\n${body.trim()}\n`}`;

/** A file with some of its fields replaced; the others, their order and their comments stay as they are. */
export function replaceFields(text: string, fields: Record<string, unknown>, body: string | undefined): string {
  const [, front = '', former = ''] = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/.exec(text) ?? [];
  const document = parseDocument(front, { schema: 'yaml-1.1', version: '1.1', keepSourceTokens: true });
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) document.delete(name);
    else document.set(name, document.createNode(value));
  }
  const yaml = unquoteDays(document.toString(LAYOUT));
  const after = body === undefined ? former : body.trim() === '' ? '' : `\n${body.trim()}\n`;
  return `---\n${yaml.endsWith('\n') ? yaml : `${yaml}\n`}---\n${after}`;
}

const importState = z.record(
  z.string(),
  z.object({
    slug: z.string(),
    fields: z.record(z.string(), z.object({ written: z.string(), seen: z.string() })),
  }),
);

/**
 * What the repository remembers of former imports.
 * @throws Error with a sentence when the file cannot be read: importing without it would lose what people changed
 */
export async function readImportState(file: string): Promise<ImportState> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return {};
  try {
    return importState.parse(JSON.parse(text));
  } catch {
    throw new Error(
      `${file} ne se lit pas : il dit ce que l’import a écrit, et ce que vous avez changé. Retrouvez-le dans l’historique de Git avant de relancer. Rien n’a été écrit.`,
    );
  }
}

export function writeImportState(file: string, state: ImportState): void {
  const byNumber = Object.fromEntries(Object.entries(state).toSorted(([a], [b]) => Number(a) - Number(b)));
  writeWhole(file, `${JSON.stringify(byNumber, undefined, 1)}\n`);
}

export const entryFile = (root: string, collection: 'opportunities' | 'funders', slug: string): string =>
  join(root, collection, `${slug}.md`);
