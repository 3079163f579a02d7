import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import middlewares from 'decap-server/dist/middlewares.js';
import express from 'express';
import { LOCAL_API, type Backend } from '#admin/backend.ts';
import { git } from './git.ts';

/** Decap's local server in Git mode, which writes into a clone. */
export interface LocalGit {
  /** On the origin of the page, which a test leads to `url`. */
  backend: Backend;
  url: string;
  /** The clone that it writes. */
  clone: string;
  close: () => Promise<void>;
}

/** Starts it over a clone of a bare repository, beside it. */
export async function startLocalGit(repository: string): Promise<LocalGit> {
  const clone = join(repository, '../clone');
  git(join(repository, '..'), 'clone', '--quiet', repository, clone);
  git(clone, 'config', 'user.name', 'Une équipe');
  git(clone, 'config', 'user.email', 'equipe@exemple.org');
  const app = express();
  app.use(express.json());
  const before = process.env['GIT_REPO_DIRECTORY'];
  process.env['GIT_REPO_DIRECTORY'] = clone;
  await middlewares.registerLocalGit(app, { logLevel: 'error' });
  if (before === undefined) delete process.env['GIT_REPO_DIRECTORY'];
  else process.env['GIT_REPO_DIRECTORY'] = before;
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    backend: { name: 'proxy', proxy_url: LOCAL_API, branch: 'main' },
    url: `${url}/api/v1`,
    clone,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
}
