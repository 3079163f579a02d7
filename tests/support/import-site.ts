import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImport, type ImportOptions, type ImportReport } from '#jobs/aides-territoires/run.ts';
import { startAidsServer, TOKEN, type AidsServer } from './aids-server.ts';
import { projectRoot } from './folders.ts';
import { WAIT_MS } from './limits.ts';

export const TODAY = '2026-11-21';

/** A small site and a server of aids, to import from one into the other. */
export interface ImportSite {
  server: AidsServer;
  root: string;
  run: (
    given?: Partial<ImportOptions>,
    token?: string,
    onProgress?: (done: number, total: number) => void,
  ) => Promise<ImportReport>;
  close: () => Promise<void>;
}

export async function startImportSite(): Promise<ImportSite> {
  const server = await startAidsServer();
  const root = await mkdtemp(join(tmpdir(), 'aides-'));
  const typical = join(projectRoot, 'tests/fixtures/typical');
  await cp(join(typical, 'content'), join(root, 'content'), { recursive: true });
  await mkdir(join(root, 'public/uploads'), { recursive: true });
  await cp(join(typical, 'public'), join(root, 'public'), { recursive: true });
  return {
    server,
    root,
    run: (given = {}, token = TOKEN, onProgress = () => undefined) =>
      runImport({
        content: join(root, 'content'),
        stateFile: join(root, 'imports/aides.json'),
        cacheFolder: join(root, 'cache'),
        file: undefined,
        client: {
          base: server.base,
          token,
          agent: 'essai',
          backOff: 1,
          patience: 3_000,
          timeout: WAIT_MS,
          tries: 3,
          onProgress,
        },
        now: 0,
        today: TODAY,
        all: false,
        anew: false,
        trial: false,
        ...given,
      }),
    close: async () => {
      await server.close();
      await rm(root, { recursive: true });
    },
  };
}
