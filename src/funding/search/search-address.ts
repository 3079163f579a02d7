import { AUDIENCES, type Audience } from '#domain/audience.ts';
import { OPPORTUNITY_QUESTION_NAMES, type Offered } from './questions.ts';
import { SORTS, type Asked, type Sort } from './search.ts';

export const AUDIENCE_NAMES = Object.keys(AUDIENCES) as Audience[];

/** What one asks of the watch: the address says it all. */
export interface OpportunitySearch extends Asked {
  /** Slug of the cantine that asks. */
  cantine: string | undefined;
  /** Token of the commune where one asks from (see src/places/lookup.ts). */
  place: string | undefined;
  audience: Audience | undefined;
}

export const NO_SEARCH: OpportunitySearch = {
  cantine: undefined,
  place: undefined,
  audience: undefined,
  conditions: {},
  sort: 'etat',
};

/**
 * Reads the address; what it does not understand is left out.
 * @param offered the values that the page offers for each question, and the slugs of its cantines
 */
export function readOpportunitySearch(
  params: URLSearchParams,
  offered: { cantines: ReadonlySet<string>; values: Offered },
): OpportunitySearch {
  const cantine = params.get('cantine') ?? '';
  const audience = AUDIENCE_NAMES.find((name) => name === params.get('pour'));
  const conditions = OPPORTUNITY_QUESTION_NAMES.flatMap((name) => {
    const value = params.get(name) ?? '';
    return offered.values[name].has(value) ? [[name, value] as const] : [];
  });
  const sort = params.get('tri') ?? '';
  return {
    cantine: offered.cantines.has(cantine) ? cantine : undefined,
    place: (params.get('lieu') ?? '').trim().slice(0, 100) || undefined,
    audience,
    conditions: Object.fromEntries(conditions),
    sort: Object.hasOwn(SORTS, sort) ? (sort as Sort) : 'etat',
  };
}

/** The address of a search. A cantine says its place and its audience: they are left out. */
export function writeOpportunitySearch({
  cantine,
  place,
  audience,
  conditions,
  sort,
}: OpportunitySearch): URLSearchParams {
  const params = new URLSearchParams();
  if (cantine) params.set('cantine', cantine);
  else {
    if (place) params.set('lieu', place);
    if (audience) params.set('pour', audience);
  }
  for (const name of OPPORTUNITY_QUESTION_NAMES) if (conditions[name]) params.set(name, conditions[name]);
  if (sort !== 'etat') params.set('tri', sort);
  return params;
}
