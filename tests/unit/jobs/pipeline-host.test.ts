import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { folderHost, OVERTAKEN, type Host } from '#jobs/pipeline/host.ts';
import { siteStateOf } from '#publication/site-state.ts';
import { projectRoot } from '../../support/folders.ts';

const NOW = new Date('2026-12-01T03:00:00Z');
const sha = (digit: string) => digit.repeat(40);

let scratch = '';
let host: Host;
const served = (...path: string[]) => join(scratch, 'srv/site/current', ...path);

/** A site of two files; the first never changes. */
function build(commit: string): string {
  const folder = join(scratch, `dist-${commit[0]}`);
  mkdirSync(join(folder, 'sub'), { recursive: true });
  const state = siteStateOf({ commit, committedAt: NOW, commits: [commit] }, new Map(), NOW);
  writeFileSync(join(folder, 'same.html'), 'the same');
  writeFileSync(join(folder, 'sub/page.html'), commit);
  writeFileSync(join(folder, 'etat.json'), JSON.stringify(state));
  writeFileSync(join(folder, 'etat.json.br'), 'compressed');
  return folder;
}

const publish = async (commit: string) => host.publish(build(commit), commit, await host.served());

/** An `ssh` that runs what it is asked on this machine, and says to whom it was sent. */
function fakeSsh(): void {
  const bin = join(scratch, 'bin');
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'ssh'),
    `#!/bin/sh\nwhile [ "\${1#-}" != "$1" ]; do case $1 in -l) shift;; -o|-i) shift;; esac; shift; done\necho "$1" >>${join(scratch, 'asked')}\nshift\nexec sh -c "$*"\n`,
  );
  chmodSync(join(bin, 'ssh'), 0o755);
  vi.stubEnv('PATH', `${bin}:${process.env['PATH'] ?? ''}`);
}

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'host-'));
  host = folderHost(projectRoot);
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(scratch, { recursive: true, force: true });
});

// Publishing asks for Linux, as the runners of the forges are; as root on Debian it installs what is missing.
const NEEDED = 'command -v flock && { command -v rsync || { [ "$(id -u)" = 0 ] && command -v apt-get; }; }';
const possible = spawnSync('sh', ['-c', NEEDED]).status === 0;

describe.runIf(possible).each([
  ['a folder of this machine', '', () => undefined],
  ['a folder by SSH', 'publie@hote.exemple:', fakeSsh],
])('%s', (_, prefix, prepare) => {
  beforeEach(() => {
    prepare();
    vi.stubEnv('PUBLISH_TO', `${prefix}${join(scratch, 'srv/site')}`);
  });

  test('a first site, then the next one, each whole; what did not change keeps its moment', async () => {
    expect(await host.served()).toEqual({ release: '', state: undefined });
    expect((await publish(sha('a'))).code).toBe(0);
    const before = await host.served();
    expect(before.state?.commit).toBe(sha('a'));
    const { mtimeMs, ino } = statSync(served('same.html'));
    expect((await publish(sha('b'))).code).toBe(0);
    expect((await host.served()).state?.commit).toBe(sha('b'));
    expect(readFileSync(served('sub/page.html'), 'utf8')).toBe(sha('b'));
    expect(statSync(served('same.html'))).toMatchObject({ mtimeMs, ino });
    if (prefix !== '')
      expect(new Set(readFileSync(join(scratch, 'asked'), 'utf8').split('\n'))).toContain('publie@hote.exemple');
  });

  test('a site that was overtaken while it was built leaves the other one served, and nothing behind', async () => {
    await publish(sha('a'));
    const before = await host.served();
    await publish(sha('c'));
    expect((await host.publish(build(sha('b')), sha('b'), before)).code).toBe(OVERTAKEN);
    expect((await host.served()).state?.commit).toBe(sha('c'));
    expect(readdirSync(join(scratch, 'srv/site/releases'))).toHaveLength(2);
  });

  test('three sites are kept', async () => {
    for (const commit of ['a', 'b', 'c', 'd', 'e'].map(sha)) await publish(commit);
    const releases = readdirSync(join(scratch, 'srv/site/releases'));
    expect(releases).toHaveLength(3);
    expect(readFileSync(served('sub/page.html'), 'utf8')).toBe(sha('e'));
  });

  test('a refusal is told beside the site, without what the step printed, until the next site', async () => {
    await publish(sha('a'));
    const problem = { file: 'content/cantines/x.md', field: 'title', label: 'Nom', line: 2, remedy: 'Écrivez-le.' };
    const refusal = {
      version: 1 as const,
      commit: sha('b'),
      commits: [sha('b'), sha('a')],
      refusedAt: NOW.toISOString(),
      step: 'la vérification des fiches',
      problems: [problem],
      total: 1,
    };
    expect((await host.refuse?.({ ...refusal, lines: ['secret'] }, await host.served()))?.code).toBe(0);
    const { state } = await host.served();
    expect(state?.commit).toBe(sha('a'));
    expect(state?.refused).toEqual(refusal);
    expect(readFileSync(served('etat.json'), 'utf8')).not.toContain('secret');
    expect(existsSync(served('etat.json.br'))).toBe(false);
    await publish(sha('c'));
    expect((await host.served()).state?.refused).toBeUndefined();
  });

  test('a refusal that comes after a newer site is not told', async () => {
    await publish(sha('a'));
    const before = await host.served();
    await publish(sha('b'));
    const refusal = {
      version: 1 as const,
      commit: sha('b'),
      commits: [],
      refusedAt: NOW.toISOString(),
      step: 'x',
      problems: [],
      total: 0,
    };
    expect((await host.refuse?.(refusal, before))?.code).toBe(OVERTAKEN);
    expect((await host.served()).state?.refused).toBeUndefined();
  });
});

test.runIf(possible)('a disk that is full leaves the site as it was', async () => {
  vi.stubEnv('PUBLISH_TO', join(scratch, 'srv/site'));
  await publish(sha('a'));
  const bin = join(scratch, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'rsync'), '#!/bin/sh\necho "No space left on device" >&2\nexit 11\n');
  chmodSync(join(bin, 'rsync'), 0o755);
  vi.stubEnv('PATH', `${bin}:${process.env['PATH'] ?? ''}`);
  const { code, lines } = await publish(sha('b'));
  expect(code).toBe(11);
  expect(lines).toEqual(['No space left on device']);
  expect((await host.served()).state?.commit).toBe(sha('a'));
});

test.each(['srv/site', 'hote:site', '/srv/le site', '/srv/$(id)', 'a b@hote:/srv'])(
  'PUBLISH_TO=%s is refused',
  async (to) => {
    vi.stubEnv('PUBLISH_TO', to);
    await expect(host.served()).rejects.toThrow(/PUBLISH_TO vaut/);
  },
);
