import type { Reference, ReferenceKind } from '#schemas/references.ts';

/** What studies the network, or was written by it; the press has its own list, on the page for journalists. */
const OF_THE_PRESS: readonly ReferenceKind[] = ['presse', 'podcast'];

/** What tells two works apart: the surest identifier that they bear. */
const identityOf = ({ doi, isbn, url, title }: Reference): string => doi ?? isbn?.replace(/-/g, '') ?? url ?? title;

/** The works that texts rest on, each once, the newest first, then by title; the fullest record of a work is kept. */
export function bibliographyOf(texts: readonly { references: readonly Reference[] }[]): Reference[] {
  const works = new Map<string, Reference>();
  for (const reference of texts.flatMap(({ references }) => references)) {
    if (OF_THE_PRESS.includes(reference.kind)) continue;
    const known = works.get(identityOf(reference));
    if (!known || told(reference) > told(known)) works.set(identityOf(reference), reference);
  }
  return [...works.values()].sort(
    (a, b) => (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '') || a.title.localeCompare(b.title, 'fr'),
  );
}

/** How much a record says. */
const told = (reference: Reference): number =>
  Object.values(reference).filter((value) => value !== undefined && value.length > 0).length;
