import { readFile } from 'node:fs/promises';
import { slug as slugOf } from 'github-slugger';
import { readFolder } from '../../content/check/folder.ts';
import { readFrontMatter } from '../../content/check/front-matter.ts';
import { typeset } from '../../domain/typography.ts';
import { keyOf } from '../../places/normalise.ts';
import { readEntry } from '../../schemas/kit/index.ts';
import { opportunities } from '../../schemas/opportunities.ts';
import { readAid, type Aid } from './aid.ts';
import { openCache } from './cache.ts';
import { refusalOf, type Refusal } from './choose.ts';
import { fetchAids, type ClientOptions } from './client.ts';
import { draftOf, type Draft } from './draft.ts';
import { entryFile, fileOf, readState, replaceFields, writeState, writeWhole } from './files.ts';
import { textOf } from './markdown.ts';
import { planImport, type Existing, type ImportPlan } from './plan.ts';

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
  refusals: ReadonlyMap<Refusal, number>;
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
  const state = await readState(stateFile);
  const cache = await openCache(options.cacheFolder, client.base, options.now, options.anew);
  const values = options.file === undefined ? await fetchAids(client, cache) : await readSaved(options.file);
  const faults: string[] = [];
  const aids: Aid[] = values.flatMap((value) => {
    const read = readAid(value);
    if ('aid' in read) return read.aid;
    faults.push(read.fault);
    return [];
  });
  const { existing, funderSlugs } = await readContent(content);
  const refusals = new Map<Refusal, number>();
  const drafts = new Map<string, Draft>();
  const newFunders = new Map<string, string>();
  for (const aid of aids) {
    const refusal = refusalOf(aid, options.all);
    if (refusal) {
      refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1);
      continue;
    }
    const name = textOf(aid.financers[0] ?? '') || 'Financeur non renseigné';
    const funder = funderSlugs.get(keyOf(name)) ?? funderSlug(name);
    const draft = draftOf(aid, { base: client.base, funder, today });
    const fault = faultOf(draft);
    if (fault) {
      faults.push(fault);
      continue;
    }
    drafts.set(String(aid.id), draft);
    if (!funderSlugs.has(keyOf(name))) newFunders.set(funder, name);
  }
  const live = new Set(aids.filter(({ is_live: isLive }) => isLive).map(({ id }) => String(id)));
  const plan = planImport({ drafts, live, existing, state, isSame });
  const needed = new Set(plan.created.map(({ data }) => data['funder']));
  const created = [...newFunders].filter(([slug]) => needed.has(slug));
  if (!trial) {
    // First what the entries refer to; last what remembers them.
    for (const [slug, name] of created) await writeWhole(entryFile(content, 'funders', slug), funderFile(name, today));
    for (const draft of plan.created) await writeWhole(entryFile(content, 'opportunities', draft.slug), fileOf(draft));
    for (const { slug, fields, body } of plan.updated) {
      const file = entryFile(content, 'opportunities', slug);
      await writeWhole(file, replaceFields(await readFile(file, 'utf8'), fields, body));
    }
    await writeState(stateFile, plan.state);
    await cache.clear();
  }
  return { read: values.length, refusals, faults, funders: created.map(([, name]) => name), plan, trial };
}

/** A file saved from the API: a page, several, or a list of aids. */
async function readSaved(file: string): Promise<unknown[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(
      `Le fichier ${file} n’existe pas ou ne s’ouvre pas. Donnez un fichier JSON enregistré depuis l’API, avec --fichier chemin.json.`,
    );
  });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error(
      `Le fichier ${file} n’est pas du JSON entier : il est coupé, ou ce n’est pas le bon. Enregistrez-le de nouveau depuis l’API.`,
    );
  }
  const aidsOf = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null && 'results' in value && Array.isArray(value.results)
      ? value.results
      : [value];
  return Array.isArray(data) ? data.flatMap(aidsOf) : aidsOf(data);
}

async function readContent(root: string): Promise<{ existing: Existing[]; funderSlugs: Map<string, string> }> {
  const { files } = await readFolder(root);
  const existing: Existing[] = [];
  const funderSlugs = new Map<string, string>();
  for (const { collection, slug, text } of files) {
    if (collection !== 'opportunities' && collection !== 'funders') continue;
    const { data, body } = readFrontMatter(text);
    const record = data;
    if (!record) continue;
    if (collection === 'opportunities') existing.push({ slug, data: record, body: body?.text ?? '' });
    else if (typeof record['title'] === 'string') funderSlugs.set(keyOf(record['title']), slug);
  }
  return { existing, funderSlugs };
}

const funderSlug = (name: string): string =>
  slugOf(name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 70)
    .replace(/-+$/, '') || 'financeur-non-renseigne';

/** A funder that nobody wrote yet: a draft, to complete. */
const funderFile = (name: string, today: string): string =>
  fileOf({
    data: {
      title: typeset(name).slice(0, 120),
      summary: 'Un financeur relevé sur Aides-territoires, à compléter avant de le publier.',
      kind: 'collectivite',
      territory: { scope: 'other', name: 'À préciser' },
      sources: [
        {
          url: 'https://aides-territoires.beta.gouv.fr/',
          title: 'Aides-territoires (Licence Ouverte 2.0)',
          readOn: today,
        },
      ],
      draft: true,
    },
    body: '',
  });

/** Two entries tell the same aid when they lead to the same page, or have the same title. */
function isSame({ data }: Draft, { data: other }: Existing): boolean {
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
function faultOf({ slug, data }: Draft): string | undefined {
  const { entry, problems } = readEntry(opportunities, data);
  if (entry) return undefined;
  const [problem] = problems;
  return `Le brouillon « ${slug} » n’est pas écrit : ${problem?.field ?? ''} devrait être ${problem?.expected ?? 'autre chose'}. ${problem?.remedy ?? ''}`.trim();
}
