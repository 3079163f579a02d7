import type { FileVersion } from '#content/versions.ts';
import type { Redirect } from '#content/redirects.ts';
import { renamedSlugs } from '#content/renames.ts';
import { factsOfText } from './facts.ts';
import { areTwins, joined } from './names.ts';

/** How the files of the watch are read. */
export interface Reading {
  /** An opportunity that changed its address is still the same one. */
  redirects: readonly Redirect[];
  live: boolean;
}

/** What one opportunity said, day after day, whatever names its file had. */
export interface OpportunityHistory {
  /** Its name today. */
  slug: string;
  /** The first name it had. */
  firstSlug: string;
  /** Without the texts that no page showed. */
  versions: readonly FileVersion[];
  /** Its address leads to another, which was shown beside it: it was put away as a copy of it, and is not withdrawn. */
  isMerged: boolean;
}

type Files = ReadonlyMap<string, readonly FileVersion[]>;

/** The opportunities of files by their names, in the order of these. */
export function historiesOf(files: Files, { redirects, live }: Reading): OpportunityHistory[] {
  const names = [...files.keys()].filter((name) => name.endsWith('.md'));
  const slugs = names.map((name) => name.slice(0, -'.md'.length));
  const versionsOf = (slug: string) => files.get(`${slug}.md`) ?? [];
  const shown = new Map(slugs.map((slug) => [slug, shownOf(versionsOf(slug), live)]));
  const there = new Set(slugs.filter((slug) => versionsOf(slug).at(-1)?.text !== undefined));
  const renamed = renamedSlugs('opportunities', redirects, { there, gone: new Set(slugs) });
  return slugs
    .filter((slug) => !renamed.has(slug))
    .flatMap((slug) =>
      historiesUnder(
        slug,
        slugs.filter((old) => renamed.get(old) === slug),
        shown,
      ),
    );
}

type Shown = ReadonlyMap<string, readonly FileVersion[]>;

/** That of a name with those that became it, and those of its copies. */
function historiesUnder(slug: string, former: readonly string[], shown: Shown): OpportunityHistory[] {
  const versionsOf = (name: string) => shown.get(name) ?? [];
  const firstDay = (name: string) => versionsOf(name)[0]?.on ?? '';
  const [names, copies]: [string[], string[]] = [[slug], []];
  for (const old of former.toSorted((a, b) => firstDay(b).localeCompare(firstDay(a), 'en'))) {
    const isCopy = names.some((name) => areTwins(versionsOf(name), versionsOf(old)));
    (isCopy ? copies : names).push(old);
  }
  const [firstSlug = slug] = names.toSorted((a, b) => firstDay(a).localeCompare(firstDay(b), 'en'));
  return [
    { slug, firstSlug, versions: joined(names.map(versionsOf)), isMerged: false },
    ...copies.map((copy) => ({ slug: copy, firstSlug: copy, versions: versionsOf(copy), isMerged: true })),
  ];
}

const shownOf = (versions: readonly FileVersion[], live: boolean): FileVersion[] =>
  versions.map(({ on, text }) => ({ on, text: factsOfText(text, live) === undefined ? undefined : text }));
