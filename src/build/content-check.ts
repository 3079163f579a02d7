import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { siteFolders } from '#content/check/folders.ts';
import {
  formatProblems,
  formatSuccess,
  inspectContent,
  type ContentFolders,
  type Inspection,
} from '#content/check/index.ts';
import { INDEX_PATH, indexOf } from '#content/check/entry-index.ts';
import { KNOWN_PATH, knownOf } from '#content/check/known.ts';
import { toMdast } from '#content/mdast.ts';
import { historyRefusal, historyWarning } from '#content/whole-history.ts';
import { site } from '#site.ts';

/** Saving several files at once (a branch change, a CMS publication) is one check. */
const QUIET_MS = 200;

/**
 * Checks the whole content: an error stops a build, and is told in the terminal of the dev server. A live build also
 * needs the whole history of the content. The CMS is told what the content holds, so that its forms check as much.
 */
export function contentCheck(): AstroIntegration {
  let folders: ContentFolders;
  /** What the CMS reads of a build, by address. */
  let told: ReadonlyMap<string, unknown> = new Map();
  return {
    name: 'content-check',
    hooks: {
      // Before Astro reads the content: its own error is in English and names one file only.
      'astro:config:setup': async ({ command, config, logger }) => {
        folders = { ...siteFolders(fileURLToPath(config.root)), whole: true };
        if (command === 'build') {
          checkHistory(folders, logger);
          told = toldToForms(await stopOnProblems(folders), { drafts: false });
        }
      },
      'astro:server:setup': async ({ server, logger }) => {
        for (const path of [KNOWN_PATH, INDEX_PATH]) {
          server.middlewares.use(path, (_request, response, next) => {
            inspectContent(folders).then((inspection) => {
              response.setHeader('Content-Type', 'application/json; charset=utf-8');
              response.end(JSON.stringify(toldToForms(inspection, { drafts: true }).get(path)));
            }, next);
          });
        }
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
      'astro:build:done': async ({ dir }) => {
        for (const [path, content] of told) {
          const file = fileURLToPath(new URL(path.slice(1), dir));
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, JSON.stringify(content));
        }
      },
    },
  };
}

const toldToForms = ({ site: found, entries }: Inspection, options: { drafts: boolean }) =>
  new Map<string, unknown>([
    [KNOWN_PATH, knownOf(found, options)],
    [INDEX_PATH, indexOf(entries, toMdast, options)],
  ]);

/** The fault is not in the code: told without a stack. */
class Refusal extends Error {
  override stack = '';

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }

  /**
   * Astro looks here for the words « window » and « document », which a title may hold, and would end the report with an
   * advice on browsers (`generateHint`, astro/dist/core/errors/dev/utils.js).
   */
  override toString(): string {
    return this.name;
  }
}

/** @throws Refusal with the whole report when an entry is refused */
export async function stopOnProblems(folders: ContentFolders): Promise<Inspection> {
  const inspection = await inspectContent(folders);
  const { problems } = inspection;
  if (problems.length > 0) throw new Refusal('Contenu', `le contenu a des erreurs.\n\n${formatProblems(problems)}`);
  return inspection;
}

/**
 * A trial without the whole history says so.
 * @throws Refusal when a live build has not the whole history of its content
 */
function checkHistory({ root, live }: ContentFolders, logger: AstroIntegrationLogger): void {
  const refused = live === true ? historyRefusal(root, site.url) : undefined;
  if (refused !== undefined) throw new Refusal('Historique', refused);
  const doubt = live === true ? undefined : historyWarning(root);
  if (doubt !== undefined) logger.warn(doubt);
}

/** Tells the problems of the moment, and once that there are none left. */
function teller(folders: ContentFolders, logger: AstroIntegrationLogger): () => Promise<void> {
  let wasWrong = false;
  return async () => {
    const { problems, entries } = await inspectContent(folders);
    if (problems.length > 0) logger.error(`le contenu a des erreurs.\n\n${formatProblems(problems)}`);
    else if (wasWrong) logger.info(formatSuccess(entries.length));
    wasWrong = problems.length > 0;
  };
}
