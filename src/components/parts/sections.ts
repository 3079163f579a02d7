import type { PartKind } from '#schemas/parts.ts';

/** Parts of one kind that follow one another: they are set together. */
export interface Run<P> {
  kind: InnerKind;
  parts: P[];
}

/** A section of a page: the part that opens it, by its title, and what stands below. */
export interface Section<P> {
  head?: P;
  runs: Run<P>[];
}

const HEADS = ['texte', 'dates', 'contact'] as const satisfies readonly PartKind[];

/** The kinds that stand in a section, under what opens it: a text, or what the site adds by itself. */
export type InnerKind = Exclude<PartKind, (typeof HEADS)[number]>;

const opens = (kind: PartKind): kind is (typeof HEADS)[number] => HEADS.some((head) => head === kind);

/** The sections of a page whose parts are read in their order; what comes before the first text has no head. */
export function sectionsOf<P extends { kind: PartKind }>(parts: readonly P[]): Section<P>[] {
  const sections: Section<P>[] = [];
  for (const part of parts) {
    const { kind } = part;
    if (opens(kind)) sections.push({ head: part, runs: [] });
    else addTo(sections, kind, part);
  }
  return sections;
}

function addTo<P>(sections: Section<P>[], kind: InnerKind, part: P): void {
  const section = sections.at(-1);
  const run = section?.runs.at(-1);
  if (run?.kind === kind) run.parts.push(part);
  else if (section) section.runs.push({ kind, parts: [part] });
  else sections.push({ runs: [{ kind, parts: [part] }] });
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
