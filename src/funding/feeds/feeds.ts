import type { CollectionEntry } from 'astro:content';
import { candidateOf, NETWORK } from '../matching/candidates.ts';
import { entriesOf } from '#content/entries.ts';
import { revisionOf } from '#content/history.ts';
import { regionsByName, regionsOf } from '#places/territories.ts';
import { dayInFrance } from '#domain/days.ts';
import type { MatchAnswer, Candidate } from '../matching/matching.ts';
import { entryPath, cantineFundingPath } from '#content/routes.ts';
import { OPPORTUNITY_KINDS, type Opportunity } from '#schemas/opportunities.ts';
import { site } from '#site.ts';
import { historyOf } from '#feeds/file-history.ts';
import { CHANGES, siteReading, watchFiles, watchLog } from '../changes/log.ts';
import { withdrawnOf } from '../changes/withdrawn.ts';
import { answers } from './answers.ts';
import type { FundingFeed } from './news.ts';
import { toldChanges, type ToldChange } from './told-changes.ts';
import type { ToldOpportunity } from './words.ts';
import type { OpportunityEntry } from './open-data.ts';

/** The opportunities of the watch, and what they answer to a candidate. */
export interface ToldWatch {
  opportunities: readonly ToldOpportunity[];
  /** The opportunities as they are told to a candidate, with the reasons, by answer. */
  answer: (candidate: Candidate, today: string) => Record<MatchAnswer, ToldOpportunity[]>;
}

/** A feed and the opportunities it holds, as they are told there. */
export interface ChosenFeed extends FundingFeed {
  choose: (watch: ToldWatch) => readonly ToldOpportunity[];
}

/** The day of the build, which the nightly build renews; see `deadlinesCalendar`. */
export const buildDay = (): string => dayInFrance(new Date());

async function readToldWatch(): Promise<ToldWatch> {
  const funders = new Map((await entriesOf('funders')).map((funder) => [funder.id, funder]));
  const opportunities = (await entriesOf('opportunities')).map((entry) => {
    const funder = funders.get(entry.data.funder);
    return {
      slug: entry.id,
      opportunity: entry.data,
      page: site.url + entryPath('opportunities', entry.id),
      funder: funder?.data.title,
      // The funder's name is told: its corrections reach the calendars too.
      revision: revisionOf(entry.data, [
        historyOf('opportunities', entry.id),
        funder && historyOf('funders', funder.id),
      ]),
      reasons: [],
    };
  });
  return { opportunities, answer: answers(opportunities) };
}

/** The watch with what was withdrawn from it, told by its last fiche: whoever it suited hears that it is gone. */
async function readToldNews(): Promise<ToldWatch> {
  const { opportunities } = await toldWatch();
  const funders = new Map((await entriesOf('funders')).map(({ id, data }) => [id, data.title]));
  const shown = new Set(opportunities.map(({ slug }) => slug));
  const gone = withdrawnOf(watchFiles(), siteReading()).filter(({ slug }) => !shown.has(slug));
  const all = [
    ...opportunities,
    ...gone.map(({ slug, opportunity }) => ({
      slug,
      opportunity,
      page: site.url + CHANGES,
      funder: funders.get(opportunity.funder),
      revision: { changedAt: 0, sequence: 0 },
      reasons: [],
    })),
  ];
  return { opportunities: all, answer: answers(all) };
}

let cachedNews: Promise<ToldWatch> | undefined;

/** What happened to the opportunities that a feed chooses, until today. */
export async function newsOf({ choose }: ChosenFeed): Promise<ToldChange[]> {
  const watch = await (import.meta.env.DEV ? readToldNews() : (cachedNews ??= readToldNews()));
  return toldChanges(choose(watch), watchLog(), buildDay());
}

let cached: Promise<ToldWatch> | undefined;

/** The watch to show. Read once in a build; at each question while one writes. */
export const toldWatch = (): Promise<ToldWatch> =>
  import.meta.env.DEV ? readToldWatch() : (cached ??= readToldWatch());

const NETWORK_NAME = 'Les Petites Cantines';
const LIST = '/financements/';

const those =
  (holds: (opportunity: Opportunity) => boolean) =>
  ({ opportunities }: ToldWatch) =>
    opportunities.filter(({ opportunity }) => holds(opportunity));

export const ALL_OPPORTUNITIES: ChosenFeed = {
  path: '/financements',
  label: 'Tous les financements',
  name: `${NETWORK_NAME} – Financements`,
  pagePath: LIST,
  choose: ({ opportunities }) => opportunities,
};

/** What a candidate can answer, surely or maybe, with the reasons. */
const suits =
  (candidate: Candidate) =>
  ({ answer }: ToldWatch) => {
    const { yes, maybe } = answer(candidate, buildDay());
    return [...yes, ...maybe];
  };

/** For the teams that prepare a cantine, wherever they are, and for the network. */
export const AUDIENCE_FEEDS: readonly ChosenFeed[] = [
  {
    path: '/financements/pour/en-montage',
    label: 'Cantines en montage',
    name: `${NETWORK_NAME} – Financements des cantines en montage`,
    pagePath: LIST,
    choose: those(({ audience }) => audience.includes('cantine-en-montage')),
  },
  {
    path: '/financements/pour/reseau',
    label: 'Le réseau',
    name: `${NETWORK_NAME} – Financements du réseau`,
    pagePath: LIST,
    choose: suits(NETWORK),
  },
];

/** One feed for each type of funding. */
export function fundingKindFeeds(): ChosenFeed[] {
  return (Object.keys(OPPORTUNITY_KINDS) as Opportunity['kind'][]).map((kind) => ({
    path: `/financements/type/${kind}`,
    label: OPPORTUNITY_KINDS[kind],
    name: `${NETWORK_NAME} – Financements – ${OPPORTUNITY_KINDS[kind]}`,
    pagePath: LIST,
    choose: those((opportunity) => opportunity.kind === kind),
  }));
}

/**
 * One feed for each region: the national opportunities, and those of a territory that lies there, wholly or partly. A
 * territory without official codes is in none of them.
 */
export function fundingRegionFeeds(): (ChosenFeed & { code: string })[] {
  return regionsByName().map(({ code, name }) => ({
    code,
    path: `/financements/region/${code}`,
    label: name,
    name: `${NETWORK_NAME} – Financements – ${name}`,
    pagePath: LIST,
    choose: those(({ territory }) => territory.scope === 'national' || regionsOf(territory).has(code)),
  }));
}

type CantineEntry = CollectionEntry<'cantines'>;

/** The cantines that have feeds of their own: all but those that closed. */
export const cantinesWithFeeds = async (): Promise<CantineEntry[]> =>
  (await entriesOf('cantines')).filter(({ data }) => data.status !== 'closed');

/** What a cantine can answer. */
export function cantineFeed({ id, data }: CantineEntry): ChosenFeed {
  return {
    path: `/financements/cantine/${id}`,
    label: data.title,
    name: `Financements – ${data.title}`,
    pagePath: cantineFundingPath(id),
    choose: suits(candidateOf(data)),
  };
}

/** Every feed but the one of all opportunities. No path of theirs can be an opportunity's: a slug holds no slash. */
export const chosenFeeds = async (): Promise<ChosenFeed[]> => [
  ...AUDIENCE_FEEDS,
  ...fundingKindFeeds(),
  ...fundingRegionFeeds(),
  ...(await cantinesWithFeeds()).map(cantineFeed),
];

/** The opportunities as the open data give them. */
export const opportunityEntries = async (): Promise<OpportunityEntry[]> =>
  (await toldWatch()).opportunities.map(({ slug, opportunity, funder }) => ({ id: slug, data: opportunity, funder }));
