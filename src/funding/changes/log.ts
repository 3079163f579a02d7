import { readVersions, type FileVersion } from '#content/versions.ts';
import { contentRoot } from '#content/root.ts';
import type { Redirect } from '#content/redirects.ts';
import { siteRedirects } from '#content/site-redirects.ts';
import { entryPath } from '#content/routes.ts';
import { site } from '#site.ts';
import { join } from 'node:path';
import { changesOf, type Change } from './changes.ts';
import { factsOfText } from './facts.ts';

/** The page of what changed. */
export const CHANGES = '/financements/changements/';

/** Something that happened to an opportunity of the watch, or that is announced to happen. */
export interface LoggedChange {
  slug: string;
  /** As it was when it was last shown. */
  title: string;
  change: Change;
}

/** The announced days that are to come are in the log: who reads it shows them when they come. */
const HORIZON = '9999-12-31';

/**
 * The log of the watch, from what its files said on each day: the oldest change first.
 * @param redirects an opportunity that changed its address is still the same one
 */
export function logOf(
  files: ReadonlyMap<string, readonly FileVersion[]>,
  { redirects, live }: { redirects: readonly Redirect[]; live: boolean },
): LoggedChange[] {
  const slugs = [...files.keys()].filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -'.md'.length));
  const renamed = new Map(
    slugs.flatMap((slug) => {
      const to = redirects.find(({ from }) => from === entryPath('opportunities', slug))?.to;
      const now = slugs.find((other) => entryPath('opportunities', other) === to);
      return now === undefined ? [] : [[slug, now] as const];
    }),
  );
  return slugs
    .filter((slug) => !renamed.has(slug))
    .flatMap((slug) => {
      const names = [slug, ...slugs.filter((other) => renamed.get(other) === slug)];
      const versions = joined(names.map((name) => files.get(`${name}.md`) ?? [])).map(({ on, text }) => ({
        on,
        facts: factsOfText(text, live),
      }));
      const title = versions.findLast(({ facts }) => facts !== undefined)?.facts?.title ?? '';
      return changesOf(versions, HORIZON).map((change) => ({ slug, title, change }));
    })
    .toSorted((a, b) => a.change.on.localeCompare(b.change.on, 'en') || a.slug.localeCompare(b.slug, 'en'));
}

/** The versions of a file that had several names, a day once: what it says wins over its having gone. */
function joined(files: readonly (readonly FileVersion[])[]): FileVersion[] {
  const days = new Map<string, FileVersion>();
  for (const version of files.flat()) {
    if (version.text !== undefined || !days.has(version.on)) days.set(version.on, version);
  }
  return [...days.values()].toSorted((a, b) => a.on.localeCompare(b.on, 'en'));
}

/** The changes of each opportunity, by its slug, the oldest first. */
export function changesBySlug(log: readonly LoggedChange[]): Record<string, Change[]> {
  const bySlug: Record<string, Change[]> = {};
  for (const { slug, change } of log) (bySlug[slug] ??= []).push(change);
  return bySlug;
}

let cached: LoggedChange[] | undefined;

/** The log of this site. Read once in a build; empty in a trial without Git. */
export function watchLog(): readonly LoggedChange[] {
  if (import.meta.env.DEV) return readLog();
  return (cached ??= readLog());
}

function readLog(): LoggedChange[] {
  try {
    const files = readVersions(join(contentRoot, 'opportunities'));
    return logOf(files, { redirects: siteRedirects(), live: site.live });
  } catch (error) {
    if (site.live) throw error;
    return [];
  }
}
