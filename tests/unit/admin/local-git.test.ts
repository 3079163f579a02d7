/** Decap's local server in Git mode, which this site does not offer: why not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitAll, git } from '../../support/git.ts';
import { startLocalGit, type LocalGit } from '../../support/local-git-server.ts';

const PATH = 'content/cantines/annecy.md';
const entry = (summary: string) => `---\ntitle: Annecy\nsummary: ${summary}\n---\n`;

let folder = '';
let local: LocalGit;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'local-git-'));
  const site = join(folder, 'site');
  mkdirSync(join(site, 'content/cantines'), { recursive: true });
  git(site, 'init', '--quiet');
  writeFileSync(join(site, PATH), entry('Au bord du lac.'));
  commitAll(site, 'Start');
  local = await startLocalGit(site);
});
afterEach(async () => {
  await local.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The status of the answer. */
async function ask(action: string, params: object): Promise<number> {
  const body = JSON.stringify({ action, params: { branch: 'main', ...params } });
  const headers = { 'Content-Type': 'application/json' };
  return (await fetch(local.url, { method: 'POST', headers, body })).status;
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

test('a draft and an entry that both changed leave the clone in a rebase, which has to be given up', async () => {
  const { clone } = local;
  expect(await save('Près du lac.', false)).toBe(200);
  writeFileSync(join(clone, PATH), entry('Écrit ailleurs.'));
  commitAll(clone, 'Ailleurs');
  expect(await save('Tout près du lac.', true)).toBe(500);
  expect(await ask('publishUnpublishedEntry', draft)).toBe(500);
  git(clone, 'rebase', '--abort');
  expect(git(clone, 'show', `main:${PATH}`)).toContain('Écrit ailleurs.');
  expect(git(clone, 'show', `cms/cantines/annecy:${PATH}`)).toContain('Près du lac.');
});
