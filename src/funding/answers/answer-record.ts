import type { CollectionEntry } from 'astro:content';
import { figuresCitedIn, withAmounts, type Citable } from '#content/cited-figures.ts';
import { formatDate, formatWhen } from '#domain/date-words.ts';
import { sayDatedAmount } from '#domain/figure-date.ts';
import { typeset } from '#domain/typography.ts';
import { VERSION_WORDS, type Version } from '#schemas/answer-lengths.ts';
import { ANSWER_KINDS, BUDGET_SIDES } from '#schemas/answers.ts';
import { pastedText } from '#feeds/pasted-text.ts';
import type { AnswerRecord } from './bank.ts';

type Entry = Pick<CollectionEntry<'answers'>, 'id' | 'data'>;
type Figure = Pick<CollectionEntry<'figures'>, 'id' | 'data'>;

const VERSIONS = Object.keys(VERSION_WORDS) as Version[];

/** The versions of an answer that are written, in Markdown, their figures said by the entries of these. */
export const versionsOf = ({ data }: Entry, figures: readonly Citable[]) =>
  VERSIONS.flatMap((name) => {
    const written = data.versions[name];
    return written === undefined ? [] : { words: VERSION_WORDS[name], markdown: withAmounts(written, figures) };
  });

export function answerRecord(entry: Entry, figures: readonly Figure[]): AnswerRecord {
  const { title, kind, calls, prompts, facts, budget } = entry.data;
  const named = new Map(figures.map((figure) => [figure.id, figure]));
  return {
    slug: entry.id,
    title: typeset(title),
    kind: ANSWER_KINDS[kind],
    calls,
    versions: versionsOf(entry, figures).map(({ words, markdown }) => ({ words, text: pastedText(markdown) })),
    prompts: prompts.map(typeset),
    facts,
    budget: budget.map(({ side, label, covers, figure }) => {
      const known = figure === undefined ? undefined : named.get(figure);
      return {
        side: BUDGET_SIDES[side],
        label: typeset(label),
        covers: typeset(covers),
        mark: known && sayFigure(known),
      };
    }),
    sources: sourcesOf(entry, figures),
  };
}

/** A figure and its date, as a funder reads it. */
export const sayFigure = ({ data }: Figure): string => typeset(sayDatedAmount(data));

/** The figures that an answer cites, in its texts and its budget. */
export const figuresOf = ({ data }: Entry): string[] => [
  ...new Set([
    ...figuresCitedIn(VERSIONS.flatMap((name) => data.versions[name] ?? [])),
    ...data.budget.flatMap(({ figure }) => figure ?? []),
  ]),
];

/** Where an answer comes from: each of its figures with its year and its source, then the pages that were read. */
function sourcesOf(entry: Entry, figures: readonly Figure[]): string[] {
  const named = new Map(figures.map((figure) => [figure.id, figure]));
  const cited = figuresOf(entry).flatMap((slug) => named.get(slug) ?? []);
  const told = new Set(cited.map(({ data }) => data.source));
  return [
    ...cited.map((figure) => typeset(`${sayFigure(figure)} : ${figure.data.sourceTitle}, `) + figure.data.source),
    ...entry.data.sources
      .filter(({ url }) => !told.has(url))
      .map(({ url, title, publishedOn, readOn }) => {
        const dates = [publishedOn && formatDate(publishedOn), readOn && `page lue ${formatWhen(readOn)}`];
        return [title && typeset(title), ...dates, url].filter(Boolean).join(', ');
      }),
  ];
}
