/** `npm run pipeline`: what the pipelines of a forge run; ends with 3 when a newer site is online already. */
import { resolve } from 'node:path';
import { runCommand } from '../command.ts';
import { OVERTAKEN } from './host.ts';

const root = resolve(import.meta.dirname, '../../..');

await runCommand({
  help: `npm run pipeline [-- options]
Vérifie, construit, essaie et publie le commit présent. Un site qui échoue n’est jamais publié, et le plus ancien de
deux ne remplace jamais l’autre. Ce sont les pipelines des forges qui le lancent.

  --modification  essaie seulement, comme une demande de fusion
  --nuit          chaque nuit : import, rapport, publication, e-mails ; un e-mail si quelque chose échoue

PUBLISH_TO           le dossier de l’hôte : utilisateur@hôte:/srv/site, ou /srv/site ; sans lui, les Pages de la forge
PUBLISH_SSH_KEY      la clé privée qui ouvre cet hôte
PUBLISH_KNOWN_HOSTS  sa ligne de known_hosts
SITE_URL             l’adresse du site
NIGHT_STATE          la mémoire des échecs déjà dits (.cache/night.json par défaut)`,
  options: {
    modification: { type: 'boolean', default: false },
    nuit: { type: 'boolean', default: false },
  },
  run: async ({ modification, nuit }) => {
    const env = process.env;
    // These read the environment when they load, and say what is wrong with it.
    const { publishAndTell, testChange } = await import('./run.ts');
    const { runNight } = await import('./night.ts');
    const now = new Date();
    const statePath = resolve(root, env['NIGHT_STATE']?.trim() || '.cache/night.json');
    const report = modification
      ? await testChange(root)
      : nuit
        ? await runNight({ root, env, now, statePath })
        : await publishAndTell({ root, env, now });
    // The Pages of a forge would take what this job leaves: it must not succeed.
    if (report.overtaken && !env['PUBLISH_TO']?.trim())
      process.once('beforeExit', () => {
        process.exitCode = OVERTAKEN;
      });
    return report;
  },
});
