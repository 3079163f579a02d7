import type { FileVersion } from '#content/versions.ts';
import type { Redirect } from '#content/redirects.ts';
import { entryPath } from '#content/routes.ts';

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
  versions: readonly FileVersion[];
}

/** The opportunities of files by their names, in the order of these. */
export function historiesOf(
  files: ReadonlyMap<string, readonly FileVersion[]>,
  { redirects }: Pick<Reading, 'redirects'>,
): OpportunityHistory[] {
  const slugs = [...files.keys()].filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -'.md'.length));
  const renamed = new Map(
    slugs.flatMap((slug) => {
      const to = redirects.find(({ from }) => from === entryPath('opportunities', slug))?.to;
      const now = slugs.find((other) => entryPath('opportunities', other) === to);
      return now === undefined ? [] : [[slug, now] as const];
    }),
  );
  const versionsOf = (slug: string) => files.get(`${slug}.md`) ?? [];
  return slugs
    .filter((slug) => !renamed.has(slug))
    .map((slug) => {
      const names = [slug, ...slugs.filter((other) => renamed.get(other) === slug)];
      const [firstSlug = slug] = names.toSorted((a, b) =>
        (versionsOf(a)[0]?.on ?? '').localeCompare(versionsOf(b)[0]?.on ?? '', 'en'),
      );
      return { slug, firstSlug, versions: joined(names.map(versionsOf)) };
    });
}

/** The versions of a file that had several names, a day once: what it says wins over its having gone. */
function joined(files: readonly (readonly FileVersion[])[]): FileVersion[] {
  const days = new Map<string, FileVersion>();
  for (const version of files.flat()) {
    if (version.text !== undefined || !days.has(version.on)) days.set(version.on, version);
  }
  return [...days.values()].toSorted((a, b) => a.on.localeCompare(b.on, 'en'));
}
