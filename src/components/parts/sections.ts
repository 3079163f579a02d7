import type { PartKind } from '#schemas/parts.ts';

/** Parts of one kind that follow one another: they are set together. */
export interface Run<P> {
  kind: PartKind;
  parts: P[];
}

/** A section of a page: the part that opens it, by its title, and what stands below. */
export interface Section<P> {
  head?: P;
  runs: Run<P>[];
}

const HEADS: ReadonlySet<PartKind> = new Set(['texte', 'dates', 'contact']);

/** A text opens a section, and so does what the site adds by itself; the other kinds stand in it. */
const opens = (kind: PartKind): boolean => HEADS.has(kind);

/** The sections of a page whose parts are read in their order; what comes before the first text has no head. */
export function sectionsOf<P extends { kind: PartKind }>(parts: readonly P[]): Section<P>[] {
  const sections: Section<P>[] = [];
  for (const part of parts) {
    if (opens(part.kind) || sections.length === 0)
      sections.push(opens(part.kind) ? { head: part, runs: [] } : { runs: [] });
    if (!opens(part.kind)) addTo(sections.at(-1)?.runs ?? [], part);
  }
  return sections;
}

function addTo<P extends { kind: PartKind }>(runs: Run<P>[], part: P): void {
  const last = runs.at(-1);
  if (last?.kind === part.kind) last.parts.push(part);
  else runs.push({ kind: part.kind, parts: [part] });
}

/**
 * A section with its sources in their places. Cards are short: what they and the text above them were read in is said
 * once, below. Elsewhere each part says its own.
 */
export function placedSources<P extends { kind: PartKind; sources: readonly { url: string }[] }>(
  section: Section<P>,
): { section: Section<P>; below: P['sources'][number][] } {
  const { head, runs } = section;
  if (runs.length === 0 || runs.some(({ kind }) => kind !== 'porte')) return { section, below: [] };
  const all = [...(head ? [head] : []), ...runs.flatMap(({ parts }) => parts)].flatMap(({ sources }) => sources);
  const bare = (part: P): P => ({ ...part, sources: [] });
  return {
    section: {
      ...(head && { head: bare(head) }),
      runs: runs.map(({ kind, parts }) => ({ kind, parts: parts.map(bare) })),
    },
    below: [...new Map(all.map((source) => [source.url, source])).values()],
  };
}
