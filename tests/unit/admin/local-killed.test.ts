/** The process that saves ends at any moment: power cut, closed terminal. Each file is the old one or the new one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localCmsApp } from '#admin/local/app.ts';
import { projectRoot } from '../../support/folders.ts';

/** More, to be sure: `KILLS=60 npx vitest run --project unit tests/unit/admin/local-killed.test.ts`. */
const KILLS = Number(process.env['KILLS'] ?? 6);
const FILES = 12;
const LINES = 20_000;

let project = '';
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'cms-killed-'));
  await mkdir(join(project, 'content/cantines'), { recursive: true });
});
afterEach(() => rm(project, { recursive: true, force: true }));

const nameOf = (index: number) => `content/cantines/cantine-${index}.md`;
/** A text that tells whether it is whole: so many lines, all the same. */
const textOf = (version: number) => `version ${version}\n`.repeat(LINES);

async function save(port: number, index: number, version: number): Promise<void> {
  await fetch(`http://127.0.0.1:${port}/api/v1/`, {
    method: 'POST',
    headers: { Origin: `http://127.0.0.1:${port}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      action: 'persistEntry',
      params: {
        branch: 'main',
        dataFiles: [{ slug: 'x', path: nameOf(index), raw: textOf(version) }],
        assets: [],
        options: { commitMessage: 'x', useWorkflow: false, status: 'draft' },
      },
    }),
  });
}

test(`${KILLS} kills while it saves`, async () => {
  for (let index = 0; index < FILES; index++) await writeFile(join(project, nameOf(index)), textOf(0));
  for (let kill = 1; kill <= KILLS; kill++) {
    const child = spawn(process.execPath, [join(projectRoot, 'tests/support/local-cms.ts'), project], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [printed] = (await once(child.stdout, 'data')) as [Buffer];
    const ended = once(child, 'exit');
    const port = Number(printed.toString());
    const saves = Array.from({ length: FILES }, async (_, index) => {
      // Until the server is gone.
      for (let version = kill * 1000; ; version++) await save(port, index, version);
    });
    await delay(5 + Math.random() * 150);
    child.kill('SIGKILL');
    await Promise.allSettled([...saves, ended]);
    for (let index = 0; index < FILES; index++) {
      const text = await readFile(join(project, nameOf(index)), 'utf8');
      const [first = ''] = text.split('\n', 1);
      expect(first).toMatch(/^version \d+$/);
      expect(text === `${first}\n`.repeat(LINES), nameOf(index)).toBe(true);
    }
  }
  // What stands aside is neither an entry nor there after the next start.
  const beside = async () =>
    (await readdir(join(project, 'content/cantines'))).filter((name) => !/^cantine-\d+\.md$/.test(name));
  expect((await beside()).filter((name) => !/^\..+\.tmp$/.test(name))).toEqual([]);
  await localCmsApp(project);
  expect(await beside()).toEqual([]);
});
