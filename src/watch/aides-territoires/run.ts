import { readFile } from 'node:fs/promises';
import { readFrontMatter } from '../../content/check/front-matter.ts';
import { slugOf } from '../../domain/slug.ts';
import { typeset } from '../../domain/typography.ts';
import { keyOf } from '../../places/normalise.ts';
import { readEntry } from '../../schemas/kit/index.ts';
import type { Funder } from '../../schemas/funders.ts';
import { opportunities } from '../../schemas/opportunities.ts';
import { readSourceFiles } from '../folder.ts';
import { readAid, type Aid } from './aid.ts';
import { openCache } from './cache.ts';
import { refusalOf, type Refusal } from './choose.ts';
import { fetchAids, type ClientOptions } from './client.ts';
import { draftOf, type Draft } from './draft.ts';
import { entryFile, fileOf, readState, replaceFields, writeState, writeWhole } from './files.ts';
import { textOf } from './markdown.ts';
import { planImport, type Existing, type ImportPlan } from './plan.ts';
import { holdsOneOf } from './words.ts';

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
  const { values, whole } =
    options.file === undefined
      ? { values: await fetchAids(client, cache), whole: true }
      : await readSaved(options.file);
  const faults: string[] = [];
  const aids: Aid[] = values.flatMap((value) => {
    const read = readAid(value);
    if ('aid' in read) return read.aid;
    faults.push(read.fault);
    return [];
  });
  if (values.length > 0 && aids.length === 0)
    throw new Error(`Aucune des aides ne se lit. ${faults[0] ?? ''} Rien n’a été écrit.`);
  const { existing, funders, funderSlugs, unreadable } = await readContent(content);
  faults.push(...unreadable);
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

/** The number of an aid that is still there, even one of which we cannot read the rest. */
function liveId(value: unknown): string[] {
  const { id, is_live: isLive } = (value ?? {}) as { id?: unknown; is_live?: unknown };
  return typeof id !== 'number' || isLive === false ? [] : [String(id)];
}

/** What a saved file holds; `whole` when nothing says that there were others. */
interface Saved {
  values: unknown[];
  whole: boolean;
}

/** A file saved from the API: a page, several, or a list of aids. */
async function readSaved(file: string): Promise<Saved> {
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
  const pages = Array.isArray(data) ? data : [data];
  const aidsOf = (value: unknown): unknown[] => (isPage(value) ? value.results : [value]);
  const values = pages.flatMap(aidsOf);
  const counts = pages.flatMap((page) => (isPage(page) && typeof page.count === 'number' ? page.count : []));
  // A bare list of aids does not say how many there were.
  return { values, whole: counts.length > 0 && values.length >= Math.max(...counts) };
}

const isPage = (value: unknown): value is { results: unknown[]; count?: unknown } =>
  typeof value === 'object' && value !== null && 'results' in value && Array.isArray(value.results);

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
      content.existing.push({ slug, data: data ?? {}, body: body?.text ?? '' });
      if (!data)
        content.unreadable.push(
          `${file} ne se lit pas : la fiche est laissée telle quelle. Corrigez-la, npm run check dit comment.`,
        );
    }
  }
  return content;
}

/** What a name tells of who bears it; a community else, as most of those of Aides-territoires. */
const FUNDER_WORDS: readonly (readonly [kind: Funder['kind'], words: readonly string[]])[] = [
  ['fondation', ['fondation', 'fonds de dotation']],
  ['banque', ['banque', 'caisse des dépôts', 'crédit', 'bpifrance']],
  ['securite-sociale', ['caf', 'caisse', 'carsat', 'msa', 'cpam', 'assurance maladie', 'assurance retraite']],
  ['etat', ['état', 'ministère', 'préfecture', 'agence', 'ademe', 'dreets', 'draaf', 'drac', 'drajes', 'commission']],
];

const funderKind = (name: string): Funder['kind'] =>
  FUNDER_WORDS.find(([, words]) => holdsOneOf(name, words))?.[0] ?? 'collectivite';

/** A funder that nobody wrote yet: a draft, to complete. */
const funderFile = (name: string, today: string): string =>
  fileOf({
    data: {
      title: typeset(name).slice(0, 120),
      summary: 'Un financeur relevé sur Aides-territoires, à compléter avant de le publier.',
      kind: funderKind(name),
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
