import type { CollectionEntry } from 'astro:content';
import { typeset } from '#domain/typography.ts';
import type { NamedCandidate } from '../matching/fetch-candidates.ts';
import { calendarOf, readDayOf } from '../freshness.ts';
import { candidateOf } from '../matching/candidates.ts';
import { entriesOf } from '#content/entries.ts';
import { workOf } from '../seasons/backwards.ts';
import { jointAnswers, lastDayToJoin, togetherOf, type ToldJointAnswer } from '../together/told.ts';
import type { OpportunityRecord } from './questions.ts';

let cached: Promise<OpportunityRecord[]> | undefined;

/** Every opportunity to show: what is open all year first, then the latest known dates, then the names. */
export const opportunityRecords = (): Promise<OpportunityRecord[]> =>
  import.meta.env.DEV ? readRecords() : (cached ??= readRecords());

async function readRecords(): Promise<OpportunityRecord[]> {
  const funders = new Map((await entriesOf('funders')).map(({ id, data }) => [id, data.title]));
  const cantines = new Map((await entriesOf('cantines')).map(({ id, data }) => [id, data.title]));
  const joint = Map.groupBy(await jointAnswers(), ({ answer }) => answer.opportunity);
  return (await entriesOf('opportunities'))
    .map((entry) => recordOf(entry, funders, cantines, joint.get(entry.id) ?? []))
    .toSorted(byLastingOrder);
}

function recordOf(
  { id, data }: CollectionEntry<'opportunities'>,
  funders: ReadonlyMap<string, string>,
  cantines: ReadonlyMap<string, string>,
  joint: readonly ToldJointAnswer[],
): OpportunityRecord {
  const { audience, territory, eligibility, kind, themes, usualMonths, effort, demo } = data;
  const { text: _, ...criteria } = eligibility;
  return {
    slug: id,
    title: typeset(data.title),
    summary: typeset(data.summary),
    kind,
    funder: {
      slug: funders.has(data.funder) ? data.funder : undefined,
      name: typeset(funders.get(data.funder) ?? data.funder),
    },
    audience,
    territory: { ...territory, name: typeset(territory.name) },
    eligibility: criteria,
    ...calendarOf(data),
    themes,
    amounts: { min: data.amounts.min, max: data.amounts.max },
    fundedShare: data.fundedShare,
    fundedShareOf: data.fundedShareOf,
    usualMonths,
    effort,
    together: togetherOf(joint),
    work: workOf(data, lastDayToJoin(joint)),
    supported: data.supported.flatMap(({ cantine }) => {
      const title = cantines.get(cantine);
      return title === undefined ? [] : { slug: cantine, title };
    }),
    checkedOn: readDayOf(data),
    demo,
  };
}

const lastDate = ({ windows }: OpportunityRecord): string =>
  windows
    .map(({ opensOn, closesOn }) => closesOn ?? opensOn ?? '')
    .toSorted()
    .at(-1) ?? '';

function byLastingOrder(a: OpportunityRecord, b: OpportunityRecord): number {
  return (
    Number(b.rhythm === 'permanent') - Number(a.rhythm === 'permanent') ||
    lastDate(b).localeCompare(lastDate(a), 'en') ||
    a.title.localeCompare(b.title, 'fr')
  );
}

/** The cantines that may look for money, by name: all but the closed ones. */
export async function namedCandidates(): Promise<NamedCandidate[]> {
  return (await entriesOf('cantines'))
    .filter(({ data }) => data.status !== 'closed')
    .map(({ id, data }) => ({ slug: id, title: data.title, ...candidateOf(data) }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'fr'));
}
