import { readFile } from 'node:fs/promises';
import { writeWhole } from '../disk.ts';
import { openCache } from './cache.ts';
import type { AidRefusal } from './choose.ts';
import { fetchAids, type ClientOptions } from './client.ts';
import { readContent } from './content.ts';
import { entryFile, fileOf, readImportState, replaceFields, writeImportState } from './files.ts';
import { funderFile } from './funder.ts';
import { planImport, type ImportPlan } from './plan.ts';
import { readSaved } from './saved.ts';
import { sortAids, type LeftAid } from './sort.ts';

export interface ImportOptions {
  /** The content folder. */
  content: string;
  /** What the repository remembers of former imports. */
  stateFile: string;
  cacheFolder: string;
  /** A file saved from the API, instead of the API. */
  file: string | undefined;
  client: ClientOptions;
  now: number;
  /** `YYYY-MM-DD` */
  today: string;
  /** Every aid for associations, near or far. */
  all: boolean;
  /** Starts anew, whatever a cut run left. */
  anew: boolean;
  /** Writes nothing. */
  trial: boolean;
}

export interface ImportReport {
  read: number;
  left: readonly LeftAid[];
  refusals: ReadonlyMap<AidRefusal, number>;
  /** Aids, or drafts, that cannot be read or written, each with its sentence. */
  faults: string[];
  funders: string[];
  plan: ImportPlan;
  trial: boolean;
}

/**
 * Imports the aids that may fit a cantine, as drafts.
 * @throws Error with a sentence in French when nothing can be read
 */
export async function runImport(options: ImportOptions): Promise<ImportReport> {
  const { stateFile, today, trial, all, client } = options;
  const state = await readImportState(stateFile);
  const cache =
    options.file === undefined
      ? await openCache(options.cacheFolder, client.base, options.now, options.anew)
      : undefined;
  const from = cache ? 'Aides-territoires' : `Le fichier ${options.file}`;
  const aids = cache ? await fetchAids(client, cache) : await readSaved(options.file ?? '');
  const content = await readContent(options.content);
  const sorted = await sortAids(aids, { base: client.base, today, all, state, content });
  const { read, readable, left, drafts, newFunders } = sorted;
  if (read === 0) {
    await cache?.clear();
    throw new Error(
      `${from} ne donne aucune aide, alors qu’il y en a toujours. Rien n’a été écrit : relancez plus tard, ou vérifiez d’où vient cette liste.`,
    );
  }
  if (readable === 0)
    throw new Error(
      `${from} ne donne aucune aide que l’on sache lire. ${sorted.faults[0] ?? ''} Attendu : des aides comme les donne /api/aids/. Rien n’a été écrit ; si le format a changé là-bas, voyez src/jobs/aides-territoires/aid.ts.`,
    );
  const live = aids.total !== undefined && read >= aids.total ? sorted.live : undefined;
  const plan = planImport({ drafts, live, existing: content.existing, state });
  const needed = new Set(
    [...plan.created.map(({ data }) => data), ...plan.updated.map(({ fields }) => fields)].map(({ funder }) => funder),
  );
  const funders = [...newFunders].filter(([slug]) => needed.has(slug));
  if (!trial) {
    await write(options, plan, funders);
    await cache?.clear();
  }
  const refusals = new Map<AidRefusal, number>();
  for (const { refusal } of left) refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1);
  const faults = [...sorted.faults, ...content.unreadable];
  return { read, left, refusals, faults, funders: funders.map(([, name]) => name), plan, trial };
}

/** First what the entries refer to; last what remembers them. */
async function write(
  { content, stateFile, today }: ImportOptions,
  plan: ImportPlan,
  funders: readonly (readonly [slug: string, name: string])[],
): Promise<void> {
  for (const [slug, name] of funders) writeWhole(entryFile(content, 'funders', slug), funderFile(name, today));
  for (const draft of plan.created) writeWhole(entryFile(content, 'opportunities', draft.slug), fileOf(draft));
  for (const { slug, fields, body } of plan.updated) {
    const file = entryFile(content, 'opportunities', slug);
    writeWhole(file, replaceFields(await readFile(file, 'utf8'), fields, body));
  }
  writeImportState(stateFile, plan.state);
}
