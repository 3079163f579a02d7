import { readFile } from 'node:fs/promises';
import { readFrontMatter } from '#content/check/front-matter.ts';
import { readMarkdown } from '#content/check/markdown.ts';
import { toMdast } from '#content/mdast.ts';
import { slugOf } from '#domain/slug.ts';
import { keyOf } from '#places/normalise.ts';
import { bodyProblems, readEntry } from '#schemas/kit/index.ts';
import { opportunities } from '#schemas/opportunities.ts';
import { readSourceFiles } from '../folder.ts';
import { writeWhole } from '../disk.ts';
import { readAid, type Aid } from './aid.ts';
import { openCache } from './cache.ts';
import { aidRefusal, type AidRefusal } from './choose.ts';
import { fetchAids, type ClientOptions } from './client.ts';
import { draftOf, type EntryDraft } from './draft.ts';
import { entryFile, fileOf, readImportState, replaceFields, writeImportState } from './files.ts';
import { funderFile } from './funder.ts';
import { aidText } from './markdown.ts';
import { planImport, type Existing, type ImportPlan } from './plan.ts';
import { readSaved } from './saved.ts';

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
  const { content, stateFile, today, trial, client } = options;
  const state = await readImportState(stateFile);
  const cache =
    options.file === undefined
      ? await openCache(options.cacheFolder, client.base, options.now, options.anew)
      : undefined;
  const from = cache ? 'Aides-territoires' : `Le fichier ${options.file}`;
  const { values, whole } = cache ? await fetchAids(client, cache) : await readSaved(options.file ?? '');
  if (values.length === 0) {
    await cache?.clear();
    throw new Error(
      `${from} ne donne aucune aide, alors qu’il y en a toujours. Rien n’a été écrit : relancez plus tard, ou vérifiez d’où vient cette liste.`,
    );
  }
  const faults: string[] = [];
  const aids: Aid[] = values.flatMap((value) => {
    const read = readAid(value);
    if ('aid' in read) return read.aid;
    faults.push(read.fault);
    return [];
  });
  if (aids.length === 0)
    throw new Error(
      `${from} ne donne aucune aide que l’on sache lire. ${faults[0] ?? ''} Attendu : des aides comme les donne /api/aids/. Rien n’a été écrit ; si le format a changé là-bas, voyez src/jobs/aides-territoires/aid.ts.`,
    );
  const { existing, funders, funderSlugs, unreadable } = await readContent(content);
  faults.push(...unreadable);
  const refusals = new Map<AidRefusal, number>();
  const drafts = new Map<string, EntryDraft>();
  const newFunders = new Map<string, string>();
  for (const aid of aids) {
    const refusal = aidRefusal(aid, options.all);
    // What was imported is followed, however near or far: it may come from an import of all.
    if (refusal && (refusal === 'not-live' || !Object.hasOwn(state, aid.id))) {
      refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1);
      continue;
    }
    const name = aidText(aid.financers[0] ?? '') || 'Financeur non renseigné';
    const funder = funders.get(keyOf(name)) ?? (slugOf(name, 70) || 'financeur-non-renseigne');
    const draft = draftOf(aid, { base: client.base, funder, today });
    const fault = faultOf(draft);
    if (fault) {
      faults.push(fault);
      continue;
    }
    drafts.set(String(aid.id), draft);
    if (!funderSlugs.has(funder)) newFunders.set(funder, name);
  }
  const live = whole ? new Set(values.flatMap(liveId)) : undefined;
  const plan = planImport({ drafts, live, existing, state, isSame });
  const needed = new Set(
    [...plan.created.map(({ data }) => data), ...plan.updated.map(({ fields }) => fields)].map(({ funder }) => funder),
  );
  const created = [...newFunders].filter(([slug]) => needed.has(slug));
  if (!trial) {
    // First what the entries refer to; last what remembers them.
    for (const [slug, name] of created) writeWhole(entryFile(content, 'funders', slug), funderFile(name, today));
    for (const draft of plan.created) writeWhole(entryFile(content, 'opportunities', draft.slug), fileOf(draft));
    for (const { slug, fields, body } of plan.updated) {
      const file = entryFile(content, 'opportunities', slug);
      writeWhole(file, replaceFields(await readFile(file, 'utf8'), fields, body));
    }
    writeImportState(stateFile, plan.state);
    await cache?.clear();
  }
  return { read: values.length, refusals, faults, funders: created.map(([, name]) => name), plan, trial };
}

/** The number of an aid that is still there, even one of which we cannot read the rest. */
function liveId(value: unknown): string[] {
  const { id, is_live: isLive } = (value ?? {}) as { id?: unknown; is_live?: unknown };
  return typeof id !== 'number' || isLive === false ? [] : [String(id)];
}

interface Content {
  existing: Existing[];
  /** The slugs of the funders, by the keys of their names. */
  funders: Map<string, string>;
  /** All of them, those that cannot be read too. */
  funderSlugs: Set<string>;
  /** A sentence for each entry that cannot be read. */
  unreadable: string[];
}

async function readContent(root: string): Promise<Content> {
  const content: Content = { existing: [], funders: new Map(), funderSlugs: new Set(), unreadable: [] };
  for (const { file, collection, slug, text } of await readSourceFiles(root)) {
    if (collection !== 'opportunities' && collection !== 'funders') continue;
    const { data, body } = readFrontMatter(text);
    if (collection === 'funders') {
      content.funderSlugs.add(slug);
      if (typeof data?.['title'] === 'string') content.funders.set(keyOf(data['title']), slug);
    } else {
      content.existing.push({ slug, data, body: body?.text ?? '' });
      if (!data)
        content.unreadable.push(
          `${file} ne se lit pas : la fiche est laissée telle quelle. Corrigez-la, npm run check dit comment.`,
        );
    }
  }
  return content;
}

/** Two entries tell the same aid when they lead to the same page, or have the same title. */
function isSame({ data }: EntryDraft, { data: other }: Existing): boolean {
  if (!other) return false;
  const [url, theirs] = [addressOf(data['officialUrl']), addressOf(other['officialUrl'])];
  if (url !== undefined && url === theirs) return true;
  const [title, name] = [data['title'], other['title']];
  return typeof title === 'string' && typeof name === 'string' && keyOf(title) === keyOf(name);
}

/** A page by its host and path: the bare address of a site is the page of all its aids. */
function addressOf(url: unknown): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const { host, pathname, search } = new URL(url);
  const path = pathname.replace(/\/$/, '');
  return path === '' ? undefined : `${host.replace(/^www\./, '')}${path}${search}`;
}

/** What our own rules refuse in a draft, in a sentence; undefined when they accept it. */
function faultOf({ slug, data, body }: EntryDraft): string | undefined {
  const [problem] = [
    ...readEntry(opportunities, data).problems,
    ...bodyProblems(opportunities, body),
    ...readMarkdown(body, toMdast).faults.map((fault) => ({ field: 'texte', ...fault })),
  ];
  return (
    problem &&
    `Le brouillon « ${slug} » n’est pas écrit : ${problem.field} devrait être ${problem.expected}. ${problem.remedy}`
  );
}
