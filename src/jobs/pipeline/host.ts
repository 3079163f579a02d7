import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Refusal } from '#publication/refusal.ts';
import { readSiteState, type SiteState } from '#publication/site-state.ts';
import { runStep, type Ran } from './step.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What is served when the pipeline asks. */
export interface Served {
  /** The folder of that release on the host; empty before the first one, and where the forge keeps the site. */
  release: string;
  state: SiteState | undefined;
}

/** How a site reaches its visitors. */
export interface Host {
  served: () => Promise<Served>;
  /** Replaces what is served, unless another site was published meanwhile: `code` is then 3. */
  publish: (folder: string, commit: string, before: Served) => Promise<Ran>;
  /** Says beside the served site that a publication was refused; undefined where nothing may be written there. */
  refuse: ((refusal: Refusal, before: Served) => Promise<Ran>) | undefined;
}

/** Another site was published meanwhile. */
export const OVERTAKEN = 3;

/** A folder of a machine, `PUBLISH_TO`, by `.ci/publish`. */
export function folderHost(root: string): Host {
  const call = (name: string, ...args: string[]) =>
    runStep({ name, command: ['.ci/publish', ...args], silent: args[0] === 'served' }, root);
  return {
    served: async () => {
      const { code, output, lines } = await call('la lecture du site en ligne', 'served');
      if (code !== 0) throw new Error(`L’hôte ne répond pas :\n${lines.join('\n')}`);
      const [release = '', ...text] = output.split('\n');
      return { release, state: readSiteState(text.join('\n')) };
    },
    publish: (folder, commit, { release }) => call('la mise en ligne', 'site', folder, commit, release),
    refuse: async (refusal, { release, state }) => {
      const scratch = await mkdtemp(join(tmpdir(), 'refus-'));
      const file = join(scratch, 'etat.json');
      const { lines: _private, ...told } = refusal;
      await writeFile(file, `${JSON.stringify({ ...state, refused: told }, undefined, 1)}\n`);
      try {
        return await call('l’annonce du refus', 'state', file, release);
      } finally {
        await rm(scratch, { recursive: true });
      }
    },
  };
}

/** The Pages of the forge: the pipeline leaves `dist/`, and the forge publishes it once the job has succeeded. */
export function pagesHost(env: Env): Host {
  return {
    served: async () => ({ release: '', state: await fetchState(env['SITE_URL']) }),
    publish: () => Promise.resolve({ code: 0, output: '', lines: [] }),
    refuse: undefined,
  };
}

async function fetchState(site: string | undefined): Promise<SiteState | undefined> {
  if (!site?.trim()) return undefined;
  const signal = AbortSignal.timeout(10_000);
  const answer = await fetch(new URL('/etat.json', site.trim()), { cache: 'no-store', signal }).catch(() => undefined);
  return answer?.ok ? readSiteState(await answer.text()) : undefined;
}
