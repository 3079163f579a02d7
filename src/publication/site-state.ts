import { z } from 'zod';
import { refusal } from './refusal.ts';

/** How many commits a state names: more than editors save while one publication is on its way. */
export const RECENT_COMMITS = 100;

const sha = z.string().regex(/^[0-9a-f]{40,64}$/);
const count = z.int().nonnegative();

/** What `/etat.json` says of the site that is served (docs/deployment.md). */
const siteState = z.object({
  version: z.literal(1),
  /** The commit that was built; null when nothing told it. */
  commit: sha.nullable(),
  committedAt: z.iso.datetime().nullable(),
  builtAt: z.iso.datetime(),
  /** The newest commits that the site contains, its own first: by them one tells whether a save is online. */
  commits: z.array(sha).max(RECENT_COMMITS),
  /** How many entries are shown, by collection. */
  entries: z.record(z.string(), count),
  /** How many entries are left out. */
  drafts: count,
  examples: count,
  /** How many of the open cantines had their hours confirmed when it was built, and the days that tell it on another. */
  hours: z
    .object({
      open: count,
      confirmed: count,
      /** For how long a confirmation holds. */
      months: count,
      days: z.array(z.iso.date()),
    })
    .optional(),
  /** The publication that was refused since, written beside the served site by the pipeline. */
  refused: refusal.optional(),
});

export type SiteState = z.output<typeof siteState>;

/** The state of a text of `/etat.json`; undefined when it is none, as the page that a host shows for what it lacks. */
export function readSiteState(text: string): SiteState | undefined {
  try {
    return siteState.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Where a build comes from. */
export interface Origin {
  commit: string | undefined;
  committedAt: Date | undefined;
  /** Newest first. */
  commits: readonly string[];
}

/** The entries of a collection: what hides each from visitors, if anything. */
export type Shown = readonly ('draft' | 'demo' | undefined)[];

/** The state of a site that is built now. */
export function siteStateOf(
  origin: Origin,
  collections: ReadonlyMap<string, Shown>,
  now: Date,
  hours?: SiteState['hours'],
): SiteState {
  const all = [...collections.values()].flat();
  const many = (entries: Shown, hidden: Shown[number]) => entries.filter((each) => each === hidden).length;
  return {
    version: 1,
    commit: origin.commit ?? null,
    committedAt: origin.committedAt?.toISOString() ?? null,
    builtAt: now.toISOString(),
    commits: origin.commits.slice(0, RECENT_COMMITS),
    entries: Object.fromEntries([...collections].map(([name, entries]) => [name, many(entries, undefined)])),
    drafts: many(all, 'draft'),
    examples: many(all, 'demo'),
    ...(hours && { hours }),
  };
}

/** True when what was written in that commit is in the site. */
export const contains = ({ commits }: Pick<SiteState, 'commits'>, commit: string): boolean => commits.includes(commit);
