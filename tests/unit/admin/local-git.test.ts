/** Decap's local backend in Git mode, which this site does not offer: what it does of a workflow, on a clone. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import middlewares from 'decap-server/dist/middlewares.js';
import express from 'express';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitAll, git } from '../../support/git.ts';

const PATH = 'content/cantines/annecy.md';
const entry = (summary: string) => `---\ntitle: Annecy\nsummary: ${summary}\n---\n`;

let clone = '';
let server: Server;

beforeEach(async () => {
  clone = mkdtempSync(join(tmpdir(), 'clone-'));
  git(clone, 'init', '--quiet');
  git(clone, 'config', 'user.name', 'Une équipe');
  git(clone, 'config', 'user.email', 'equipe@exemple.org');
  mkdirSync(join(clone, 'content/cantines'), { recursive: true });
  writeFileSync(join(clone, PATH), entry('Au bord du lac.'));
  commitAll(clone, 'Start');
  const app = express();
  const before = process.env['GIT_REPO_DIRECTORY'];
  process.env['GIT_REPO_DIRECTORY'] = clone;
  await middlewares.registerLocalGit(app, { logLevel: 'error' });
  if (before === undefined) delete process.env['GIT_REPO_DIRECTORY'];
  else process.env['GIT_REPO_DIRECTORY'] = before;
  await new Promise<void>((done) => (server = app.listen(0, '127.0.0.1', () => done())));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(clone, { recursive: true, force: true });
});

/** The status of the answer. */
async function ask(action: string, params: object): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const body = JSON.stringify({ action, params: { branch: 'main', ...params } });
  const headers = { 'Content-Type': 'application/json' };
  return (await fetch(`http://127.0.0.1:${port}/api/v1`, { method: 'POST', headers, body })).status;
}

const draft = { collection: 'cantines', slug: 'annecy', cmsLabelPrefix: 'relecture/' };
const save = (summary: string, unpublished: boolean) =>
  ask('persistEntry', {
    cmsLabelPrefix: 'relecture/',
    dataFiles: [{ path: PATH, slug: 'annecy', raw: entry(summary) }],
    assets: [],
    options: {
      collectionName: 'cantines',
      commitMessage: 'Modifie Cantine : annecy',
      useWorkflow: true,
      unpublished,
      status: 'draft',
    },
  });
const online = () => git(clone, 'show', `main:${PATH}`);

test('a draft, its state, then online', async () => {
  expect(await save('Près du lac.', false)).toBe(200);
  expect(await save('Tout près du lac.', true)).toBe(200);
  expect(online()).toContain('Au bord du lac.');
  expect(await ask('updateUnpublishedEntryStatus', { ...draft, newStatus: 'pending_publish' })).toBe(200);
  expect(await ask('publishUnpublishedEntry', draft)).toBe(200);
  expect(online()).toContain('Tout près du lac.');
});

test('a draft and an entry that both changed leave the clone in a rebase, which has to be given up', async () => {
  await save('Près du lac.', false);
  writeFileSync(join(clone, PATH), entry('Écrit ailleurs.'));
  commitAll(clone, 'Ailleurs');
  expect(await save('Tout près du lac.', true)).toBe(500);
  expect(await ask('publishUnpublishedEntry', draft)).toBe(500);
  git(clone, 'rebase', '--abort');
  expect(online()).toContain('Écrit ailleurs.');
  expect(git(clone, 'show', `cms/cantines/annecy:${PATH}`)).toContain('Près du lac.');
});
