/** `npm run watch:report`: what the watch asks of its editors. */
import { resolve } from 'node:path';
import { dayInFrance } from '../../domain/clock.ts';
import { watchFacts, watchReport } from '../../domain/watch-report.ts';
import { runCommand } from '../command.ts';
import { keepChecked, readChecked } from './cache.ts';
import { linksOf, readOpportunities } from './entries.ts';
import { formatReport } from './format.ts';
import { checkLinks } from './links.ts';

const project = resolve(import.meta.dirname, '../../..');
const cache = resolve(project, '.cache/watch-links.json');

await runCommand({
  help: `npm run watch:report [-- options]
Liste ce qui clôt, ce qui revient, ce qui n’a pas été relu depuis six mois, ce qui est incomplet, et les liens morts.
La page /admin/veille/ montre les mêmes listes.

  --sans-liens  ne demande rien au réseau : montre les liens de la dernière vérification
  --json        pour un programme
  --strict      finit en échec s’il y a quelque chose à relire, à compléter ou à corriger`,
  options: { 'sans-liens': { type: 'boolean' }, json: { type: 'boolean' }, strict: { type: 'boolean' } },
  run: async (options) => {
    // It reads the environment when it loads, and says what is wrong with it.
    const { siteFolders } = await import('../../content/check/folders.ts');
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
    const wanting =
      unreadable.length + report.stale.length + report.incomplete.length > 0 ||
      (links?.results.some(({ state }) => state === 'dead') ?? false);
    return {
      words: options.json
        ? JSON.stringify({ today, entries: entries.length, unreadable, report, links, offline }, undefined, 2)
        : formatReport({ today, entries, unreadable, report, links, offline }),
      failed: options.strict === true && wanting,
    };
  },
});
