/** `npm run watch:report`: what the watch asks of its editors; `--sans-liens`, `--json`, `--strict`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { siteFolders } from '../../content/check/folders.ts';
import { dayInFrance } from '../../domain/clock.ts';
import { watchFacts, watchReport } from '../../domain/watch-report.ts';
import { keepChecked, readChecked } from './cache.ts';
import { linksOf, readOpportunities } from './entries.ts';
import { formatReport } from './format.ts';
import { checkLinks } from './links.ts';

const project = resolve(import.meta.dirname, '../../..');
const cache = resolve(project, '.cache/watch-links.json');

function readOptions() {
  try {
    return parseArgs({
      options: { 'sans-liens': { type: 'boolean' }, json: { type: 'boolean' }, strict: { type: 'boolean' } },
    }).values;
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) {
    console.error('Option inconnue. Celles qui existent : --sans-liens, --json, --strict.');
    process.exitCode = 2;
    return;
  }
  const today = dayInFrance(new Date());
  const { root, live = false } = siteFolders(project);
  const { entries, unreadable } = await readOpportunities(root, live);
  const report = watchReport(
    entries.map(({ slug, opportunity }) => watchFacts(slug, opportunity)),
    today,
  );
  let offline = false;
  if (!options['sans-liens']) {
    const results = await checkLinks(entries.flatMap(({ opportunity }) => linksOf(opportunity)));
    offline = results === undefined;
    if (results) await keepChecked(cache, { checkedOn: today, results });
  }
  const links = await readChecked(cache);
  console.log(
    options.json
      ? JSON.stringify({ today, entries: entries.length, unreadable, report, links, offline }, undefined, 2)
      : formatReport({ today, entries, unreadable, report, links, offline }),
  );
  const wanting =
    unreadable.length + report.stale.length + report.incomplete.length > 0 ||
    (links?.results.some(({ state }) => state === 'dead') ?? false);
  if (options.strict && wanting) process.exitCode = 1;
}

await main();
