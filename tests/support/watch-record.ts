import type { WatchRecord } from '#funding/search/search.ts';

/** A call of the watch, national and without dates unless told. */
export const watchRecord = (slug: string, more: Partial<WatchRecord> = {}): WatchRecord => ({
  slug,
  title: slug,
  summary: 'Un résumé.',
  kind: 'subvention',
  funder: { slug: 'ademe', name: 'ADEME' },
  audience: ['cantine-ouverte'],
  territory: { scope: 'national', name: 'France entière', codes: [] },
  eligibility: { approvals: [], priorityDistrict: false },
  rhythm: 'annual',
  windows: [],
  themes: [],
  amounts: {},
  fundedShare: undefined,
  usualMonths: { opens: [], closes: [] },
  effort: undefined,
  collective: false,
  checkedOn: undefined,
  demo: false,
  ...more,
});
