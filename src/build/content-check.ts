import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { siteFolders } from '#content/check/folders.ts';
import {
  checkContent,
  formatProblems,
  formatSuccess,
  inspectContent,
  type ContentFolders,
} from '#content/check/index.ts';

/** Saving several files at once (a branch change, a CMS publication) is one check. */
const QUIET_MS = 200;

/** Checks the whole content: an error stops a build, and is told in the terminal of the dev server. */
export function contentCheck(): AstroIntegration {
  let folders: ContentFolders;
  return {
    name: 'content-check',
    hooks: {
      // Before Astro reads the content: its own error is in English and names one file only.
      'astro:config:setup': async ({ command, config }) => {
        folders = { ...siteFolders(fileURLToPath(config.root)), whole: true };
        if (command === 'build') await stopOnProblems(folders);
      },
      'astro:server:setup': async ({ server, logger }) => {
        const tell = teller(folders, logger);
        await tell();
        server.watcher.add(folders.root);
        let pending: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(folders.root + sep)) return;
          clearTimeout(pending);
          pending = setTimeout(() => void tell(), QUIET_MS);
        });
      },
    },
  };
}

/** @throws Error whose message is the whole report, without a stack: the fault is in the content, not in the code. */
async function stopOnProblems(folders: ContentFolders): Promise<void> {
  const problems = await checkContent(folders);
  if (problems.length === 0) return;
  const error = new Error(`le contenu a des erreurs.\n\n${formatProblems(problems)}`);
  error.name = 'Contenu';
  error.stack = '';
  throw error;
}

/** Tells the problems of the moment, and once that there are none left. */
function teller(folders: ContentFolders, logger: AstroIntegrationLogger): () => Promise<void> {
  let wasWrong = false;
  return async () => {
    const { problems, entries } = await inspectContent(folders);
    if (problems.length > 0) logger.error(`le contenu a des erreurs.\n\n${formatProblems(problems)}`);
    else if (wasWrong) logger.info(formatSuccess(entries));
    wasWrong = problems.length > 0;
  };
}
