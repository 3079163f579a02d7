import { readVersions, type FileVersion } from '#content/versions.ts';
import { contentRoot } from '#content/root.ts';
import { siteRedirects } from '#content/site-redirects.ts';
import { site } from '#site.ts';
import { join } from 'node:path';
import { changesOf, type Change } from './changes.ts';
import { factsOfText } from './facts.ts';
import { historiesOf, type OpportunityHistory, type Reading } from './histories.ts';

/** The page of what changed. */
export const CHANGES = '/financements/changements/';

/** Something that happened to an opportunity of the watch, or that is announced to happen. */
export interface LoggedChange {
  slug: string;
  /** As it was when it was last shown. */
  title: string;
  change: Change;
  /** Distinguishes it among all, and never changes: `fonds` for its coming, then `fonds/2026-12-03/moved.closesOn`. */
  id: string;
}

/** The announced days that are to come are in the log: who reads it shows them when they come. */
const HORIZON = '9999-12-31';

/** The log of the watch, from what its files said on each day: the oldest change first. */
export const logOf = (files: ReadonlyMap<string, readonly FileVersion[]>, reading: Reading): LoggedChange[] =>
  historiesOf(files, reading)
    .flatMap((history) => changesIn(history, reading))
    .toSorted((a, b) => a.change.on.localeCompare(b.change.on, 'en') || a.slug.localeCompare(b.slug, 'en'));

function changesIn({ slug, firstSlug, versions, isMerged }: OpportunityHistory, { live }: Reading): LoggedChange[] {
  const read = versions.map(({ on, text }) => ({ on, facts: factsOfText(text, live) }));
  const title = read.findLast(({ facts }) => facts !== undefined)?.facts?.title ?? '';
  const seen = new Map<string, number>();
  const changes = changesOf(read, HORIZON);
  const told = isMerged ? changes.filter(({ kind }, index) => kind !== 'withdrawn' || changes[index + 1]) : changes;
  return told.map((change) => {
    const id = change.kind === 'new' ? firstSlug : `${firstSlug}/${change.on}/${nameOf(change)}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return { slug, title, change, id: count === 1 ? id : `${id}.${count}` };
  });
}

/** Without its dates: a date that is corrected on the same day is that of the same change. */
const nameOf = (change: Change): string => (change.kind === 'moved' ? `moved.${change.which}` : change.kind);

/** The changes of each opportunity, by its slug, the oldest first. */
export function changesBySlug(log: readonly LoggedChange[]): ReadonlyMap<string, readonly Change[]> {
  // Not an object: « constructor » is a name as another for an entry.
  const bySlug = new Map<string, Change[]>();
  for (const { slug, change } of log) bySlug.set(slug, [...(bySlug.get(slug) ?? []), change]);
  return bySlug;
}

interface Watched {
  log: readonly LoggedChange[];
  files: ReadonlyMap<string, readonly FileVersion[]>;
}

let cached: Watched | undefined;

/** The log of this site, and what it was read from. Read once in a build; empty in a trial without Git. */
function watched(): Watched {
  if (import.meta.env.DEV) return readWatched();
  return (cached ??= readWatched());
}

export const watchLog = (): readonly LoggedChange[] => watched().log;

/** The files of the watch of this site, day after day. */
export const watchFiles = (): Watched['files'] => watched().files;

/** How this site reads them. */
export const siteReading = (): Reading => ({ redirects: siteRedirects(), live: site.live });

function readWatched(): Watched {
  try {
    const files = readVersions(join(contentRoot, 'opportunities'));
    return { log: logOf(files, siteReading()), files };
  } catch (error) {
    if (site.live) throw error;
    return { log: [], files: new Map() };
  }
}
