import { typeset } from '#domain/typography.ts';
import { collections } from '#schemas/index.ts';
import { bodyLimit, bodyProblems, showPath, type Collection } from '#schemas/kit/index.ts';
import type { SiteAddresses } from './addresses.ts';
import type { ReadEntry } from './entry.ts';
import type { Leaf } from './leaves.ts';
import { linkVerdict, missingUpload, type LinkContext, type Verdict } from './links.ts';
import { markdownProblems, readMarkdown, type ParseMarkdown } from './markdown.ts';
import type { LocatedProblem } from './problem.ts';

/** The texts, links and files of an entry: its body, its Markdown fields, what its fields point at. */
export function textProblems(
  entry: ReadEntry,
  leaves: readonly Leaf[],
  addresses: SiteAddresses,
  parse: ParseMarkdown,
): LocatedProblem[] {
  const context: LinkContext = { addresses, hidden: entry.hidden !== undefined };
  return [
    ...writtenProblems(entry, leaves, context, parse),
    ...leaves.flatMap((leaf) => pointedProblems(leaf, context)),
  ];
}

function writtenProblems(
  entry: ReadEntry,
  leaves: readonly Leaf[],
  context: LinkContext,
  parse: ParseMarkdown,
): LocatedProblem[] {
  const collection: Collection = collections[entry.collection];
  const { label, required } = collection.body;
  const texts = leaves.flatMap(({ path, meta, value }) => {
    if (meta.kind !== 'text' || meta.shape !== 'markdown' || typeof value !== 'string') return [];
    // Too long a text is the schema's to refuse, and is not read further.
    if (value.length > meta.maxLength) return [];
    return {
      field: showPath(path),
      label: meta.label,
      parsed: readMarkdown(value.trim(), parse),
      firstLine: undefined,
    };
  });
  const bodyFaults = entry.body ? bodyProblems(collection, entry.body.text).map(typesetProblem) : [];
  const body =
    entry.body && entry.body.text.length <= bodyLimit(collection)
      ? [{ field: 'texte', label, parsed: readMarkdown(entry.body.text, parse), firstLine: entry.body.line }]
      : [];
  const all = [...body, ...texts];
  const anchors = new Set(all.flatMap(({ parsed }) => [...parsed.anchors]));
  const problems = all.flatMap(({ field, label: named, parsed, firstLine }) =>
    markdownProblems(parsed, {
      ...context,
      anchors,
      // The notes of two texts on a page would bear the same numbers.
      footnotes: firstLine !== undefined && (collection.body.footnotes ?? true),
    }).map(({ line, ...problem }) => ({
      ...typesetProblem(problem),
      field,
      label: named,
      // The lines of a text inside the front matter depend on how YAML folded it: the field's own line is told.
      line: firstLine === undefined ? undefined : firstLine + line - 1,
    })),
  );
  const told = [
    ...bodyFaults.map((fault) => ({ ...fault, line: fault.line + (entry.body?.line ?? 1) - 1 })),
    ...problems,
  ];
  if (!required || !entry.body || entry.body.text) return told;
  return [
    ...told,
    {
      field: 'texte',
      label,
      found: 'rien',
      expected: 'un texte sous l’en-tête',
      remedy: 'Écrivez le texte, sous la seconde ligne ---.',
      line: entry.body.line,
    },
  ];
}

const typesetProblem = <P extends Verdict>(problem: P): P => ({
  ...problem,
  expected: typeset(problem.expected),
  remedy: typeset(problem.remedy),
});

/** What a file, image or link field points at must be there. */
function pointedProblems({ path, meta, value }: Leaf, context: LinkContext): LocatedProblem[] {
  if (typeof value !== 'string') return [];
  const written = value.trim();
  const field = { field: showPath(path), label: meta.label };
  if (meta.kind === 'image' || meta.kind === 'file') {
    // An address of another form is the schema's to refuse.
    const isUpload = /^\/uploads\/[^\s]+$/.test(written) && !written.includes('..');
    return isUpload && !context.addresses.has(written)
      ? [{ ...field, ...missingUpload(written, context.addresses) }]
      : [];
  }
  const isLink = meta.kind === 'text' && meta.shape === 'line' && meta.pattern?.test(written);
  if (!isLink || !written.startsWith('/')) return [];
  const verdict = linkVerdict(written, context);
  return verdict ? [{ ...field, ...verdict }] : [];
}
