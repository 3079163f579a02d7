import { dayInFrance } from '#domain/days.ts';
import { watchReport } from '#funding/watch/report.ts';
import { keepChecked, readChecked } from './cache.ts';
import { opportunityLinks, readWatch } from './entries.ts';
import { formatReport } from './format.ts';
import { checkLinks } from './links.ts';

export interface ReportOptions {
  /** The content folder. */
  root: string;
  /** Leaves the examples out. */
  live: boolean;
  /** The file that keeps what links answered last. */
  cache: string;
  now: Date;
  /** Asks the links again. */
  links: boolean;
  json: boolean;
}

/** What the watch asks of its editors; `wanting` when an entry or a link must be mended. */
export async function runWatchReport(options: ReportOptions): Promise<{ words: string; wanting: boolean }> {
  const today = dayInFrance(options.now);
  const { entries, facts, unreadable } = await readWatch(options.root, options.live, today);
  const report = watchReport(facts, today);
  const urls = entries.flatMap(({ opportunity }) => opportunityLinks(opportunity));
  let offline = false;
  if (options.links) {
    const results = await checkLinks(urls);
    offline = results === undefined;
    if (results) keepChecked(options.cache, { checkedOn: today, results });
  }
  const links = await readChecked(options.cache, urls);
  return {
    words: options.json
      ? JSON.stringify({ today, entries: entries.length, unreadable, report, links, offline }, undefined, 2)
      : formatReport({ today, entries, unreadable, report, links, offline }),
    wanting:
      unreadable.length + report.stale.length + report.incomplete.length > 0 ||
      (links?.results.some(({ state }) => state === 'dead') ?? false),
  };
}
