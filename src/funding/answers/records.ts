import type { CollectionEntry } from 'astro:content';
import { entriesOf } from '#content/entries.ts';
import { entryPath } from '#content/routes.ts';
import { typeset } from '#domain/typography.ts';
import { calendarOf } from '../freshness.ts';
import { answerRecord } from './answer-record.ts';
import { askedBy, type Bank, type CallRecord, type CantineRecord } from './bank.ts';
import { cantineFacts } from './cantine-facts.ts';

/** The answers in their order, then by name. */
export const orderedAnswers = async (): Promise<CollectionEntry<'answers'>[]> =>
  (await entriesOf('answers')).toSorted(
    (one, other) => one.data.order - other.data.order || one.data.title.localeCompare(other.data.title, 'fr'),
  );

/** An answer of the bank, as a page of the watch leads to it. */
export interface AnswerLink {
  path: string;
  title: string;
}

/** The answers that a kind of opportunity usually asks for. */
export const answerLinks = async (kind: string): Promise<AnswerLink[]> => {
  const all = (await orderedAnswers()).map(({ id, data }) => ({ id, title: data.title, calls: data.calls }));
  return askedBy(kind, all).map(({ id, title }) => ({ path: entryPath('answers', id), title }));
};

/** All that a browser needs to answer an application. */
export async function bank(): Promise<Bank> {
  const figures = await entriesOf('figures');
  const funders = new Map((await entriesOf('funders')).map(({ id, data }) => [id, data.title]));
  return {
    answers: (await orderedAnswers()).map((entry) => answerRecord(entry, figures)),
    cantines: (await entriesOf('cantines'))
      .filter(({ data }) => data.status !== 'closed')
      .map(cantineRecord)
      .toSorted((one, other) => one.title.localeCompare(other.title, 'fr')),
    calls: (await entriesOf('opportunities')).map((entry) => callRecord(entry, funders)),
  };
}

const cantineRecord = ({ id, data }: CollectionEntry<'cantines'>): CantineRecord => ({
  slug: id,
  title: typeset(data.title),
  facts: cantineFacts(data),
});

function callRecord({ id, data }: CollectionEntry<'opportunities'>, funders: ReadonlyMap<string, string>): CallRecord {
  return {
    slug: id,
    title: typeset(data.title),
    funder: typeset(funders.get(data.funder) ?? data.funder),
    kind: data.kind,
    calendar: calendarOf(data),
    // As they are on the page of the call, where they are ticked by their words.
    documents: data.documents,
  };
}
