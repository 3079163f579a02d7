import { collections } from '#schemas/index.ts';
import { readEntry, showPath, type Collection } from '#schemas/kit/index.ts';
import type { ReadEntry } from './entry.ts';
import { leavesOf, type Leaf } from './leaves.ts';
import type { ParseMarkdown } from './markdown.ts';
import { partProblems } from './page-parts.ts';
import type { LocatedProblem } from './problem.ts';
import { redirectProblems } from './redirects.ts';
import { referenceProblems } from './references.ts';
import type { Site } from './site.ts';
import { textProblems } from './texts.ts';

/**
 * All that is wrong with what an entry says: its fields, its references, its texts. The build asks it of files, the CMS
 * of its forms, each with a parser of Markdown: this module and what it imports run in both.
 */
export function entryProblems(entry: ReadEntry, site: Site, parse: ParseMarkdown): LocatedProblem[] {
  const collection: Collection = collections[entry.collection];
  const leaves = leavesOf(collection.fields, entry.data);
  const told = new Set(entry.problems.map(({ field }) => field));
  const wrong = entry.data === undefined ? [] : readEntry(collection, entry.data).problems;
  return [
    // An impossible date is told from the text; the schema sees only what YAML made of it.
    ...wrong.filter(({ field }) => !told.has(field)),
    ...referenceProblems(entry, leaves, site.entries),
    ...redirectProblems(entry, site.addresses),
    ...partProblems(entry),
    ...textProblems(entry, leaves, site.addresses, parse),
    ...(site.finished && entry.hidden === undefined
      ? [...unfinishedProblems(entry, leaves), ...unreachableProblems(entry)]
      : []),
  ].map((problem) => ({ line: entry.lineOf(problem.field), ...defined(problem) }));
}

/** What the fixed pages say as long as the network has not completed them. */
const UNFINISHED = /à compléter par le réseau avant la mise en ligne/i;

/** A live build must not publish a legal page with holes. */
function unfinishedProblems({ body }: ReadEntry, leaves: readonly Leaf[]): LocatedProblem[] {
  const inBody = (body?.text ?? '')
    .split('\n')
    .map((line, index) => ({ field: 'texte', label: undefined, line, at: (body?.line ?? 1) + index }));
  const inFields = leaves.flatMap(({ path, meta: { label }, value }) =>
    String(value)
      .split('\n')
      .map((line) => ({ field: showPath(path), label, line, at: undefined })),
  );
  return [...inFields, ...inBody].flatMap(({ field, label, line, at }) =>
    UNFINISHED.test(line)
      ? {
          field,
          label,
          line: at,
          found: `« ${line.replace(/[*_]/g, '').trim()} »`,
          expected: 'un texte complet avant la mise en ligne',
          remedy:
            'Écrivez l’information qui manque à la place de ces mots, ou retirez SITE_URL tant que le site n’est pas en ligne.',
        }
      : [],
  );
}

/** A visitor whom no cantine answers asks the network: a live build must say where. */
function unreachableProblems({ collection, data }: ReadEntry): LocatedProblem[] {
  if (collection !== 'settings' || data === undefined || said(data['email']) || said(data['telephone'])) return [];
  return [
    {
      field: 'email',
      label: 'E-mail du réseau',
      found: 'ni e-mail ni téléphone du réseau',
      expected:
        'l’un des deux avant la mise en ligne : la plupart des cantines n’en donnent pas, c’est là qu’on demande',
      remedy:
        'Écrivez l’e-mail ou le téléphone du réseau dans les réglages, ou retirez SITE_URL tant que le site n’est pas en ligne.',
    },
  ];
}

const said = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** Drops an absent line, so that the line of the field stands for it. */
function defined({ line, ...problem }: LocatedProblem): LocatedProblem {
  return line === undefined ? problem : { ...problem, line };
}
