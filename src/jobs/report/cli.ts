/** `npm run watch:report`: what the watch asks of its editors. */
import { resolve } from 'node:path';
import { runCommand } from '../command.ts';

const project = resolve(import.meta.dirname, '../../..');

await runCommand({
  help: `npm run watch:report [-- options]
Liste ce qui clôt, ce qui s’ouvre ou se clôt d’habitude du mois dernier à dans deux mois, les dates annoncées, ce qui est à reconfirmer, ce qui n’a pas été relu depuis six mois, ce dont il manque de quoi décider, et les liens morts. Dans chaque liste, d’abord ce qu’une cantine perdrait à attendre.
La page /admin/veille/ montre les mêmes listes.

  --sans-liens  ne demande rien au réseau : montre les liens de la dernière vérification
  --json        pour un programme
  --strict      finit en échec s’il y a quelque chose à relire, à compléter ou à corriger`,
  options: {
    'sans-liens': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
  },
  run: async (options) => {
    // These read the environment when they load, and say what is wrong with it.
    const { siteFolders } = await import('#content/check/folders.ts');
    const { runWatchReport } = await import('./run.ts');
    const { root, live = false } = siteFolders(project);
    if (!options['sans-liens'] && process.stderr.isTTY)
      console.error('Les liens sont demandés un à un, avec des pauses : comptez une minute ou deux.');
    const { words, wanting } = await runWatchReport({
      root,
      live,
      cache: resolve(project, '.cache/watch-links.json'),
      now: new Date(),
      links: !options['sans-liens'],
      json: options.json,
    });
    return { words, failed: options.strict && wanting };
  },
});
