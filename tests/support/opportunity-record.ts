import type { OpportunityRecord } from '#funding/search/questions.ts';

/** An opportunity of the watch, national and without dates unless told. */
export const opportunityRecord = (slug: string, more: Partial<OpportunityRecord> = {}): OpportunityRecord => ({
  slug,
  title: slug,
  summary: 'Un résumé.',
  kind: 'subvention',
  funder: { slug: 'ademe', name: 'ADEME' },
  audience: ['cantine-ouverte'],
  territory: { scope: 'national', name: 'France entière', codes: [] },
  eligibility: { conditionsRead: true, approvals: [], priorityDistrict: false },
  rhythm: 'annual',
  windows: [],
  themes: [],
  amounts: {},
  fundedShare: undefined,
  fundedShareOf: 'project',
  usualMonths: { opens: [], closes: [] },
  effort: undefined,
  together: undefined,
  work: { documents: 0, isSigned: false, joinBy: undefined },
  supported: [],
  checkedOn: undefined,
  demo: false,
  ...more,
});
