/** What an entry says is as old as what was read of it, whenever it was read. */

/** What an entry says of where it comes from. Days are `YYYY-MM-DD`, `publishedOn` a partial date. */
interface Sourced {
  verifiedOn?: string | undefined;
  sources: readonly { publishedOn?: string | undefined; readOn?: string | undefined }[];
  windows: readonly { opensOn?: string | undefined; closesOn?: string | undefined }[];
}

/** A partial date, and whose it is. */
export interface FactDate {
  date: string;
  /** Somebody confirmed all the entry; the campaign whose dates were read; the page; the reading of an undated page. */
  of: 'check' | 'campaign' | 'page' | 'reading';
}

/**
 * The date of what an opportunity says: that of its last confirmation; else of the latest campaign read; else of its
 * latest page; else the day when a page without a date was read. Undefined without any.
 */
export function factDate({ verifiedOn, sources, windows }: Sourced): FactDate | undefined {
  const readOn = latest(sources.map((source) => source.readOn));
  // A campaign read before it ended is as old as its reading.
  const campaign = earliest(latest(windows.map(({ opensOn, closesOn }) => closesOn ?? opensOn)), readOn);
  const dated: readonly (readonly [string | undefined, FactDate['of']])[] = [
    [campaign, 'campaign'],
    [latest(sources.map(({ publishedOn }) => publishedOn)), 'page'],
    [readOn, 'reading'],
  ];
  const [date, of = 'reading'] = dated.find(([each]) => each !== undefined) ?? [];
  if (verifiedOn !== undefined && verifiedOn >= (date ?? '')) return { date: verifiedOn, of: 'check' };
  return date === undefined ? undefined : { date, of };
}

const latest = (dates: readonly (string | undefined)[]): string | undefined =>
  dates
    .flatMap((date) => date ?? [])
    .sort()
    .at(-1);

const earliest = (date: string | undefined, limit: string | undefined): string | undefined =>
  date !== undefined && limit !== undefined && limit < date ? limit : date;
