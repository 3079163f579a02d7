/**
 * Proves that a build after another, which makes again only what has changed, writes what a first build would: edits
 * the frozen network in several ways and compares, after each, every byte of the two.
 *
 *     npm run test:warm
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { copyNetwork, projectRoot } from './support/folders.ts';

const scratch = mkdtempSync(join(tmpdir(), 'petites-cantines-warm-'));
const content = await copyNetwork(scratch);

function build(name: string, cache: string): string {
  const dist = join(scratch, name);
  const env = { ...process.env, CONTENT_DIR: content, BUILD_CACHE: cache, ASTRO_TELEMETRY_DISABLED: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/build/cli.ts', '--outDir', dist], {
    cwd: projectRoot,
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(stdout + stderr);
  return dist;
}

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));

/** What tells the moment of a build differs by nature. */
const OF_THE_MOMENT = /^etat\.json/;

function differences(one: string, other: string): string[] {
  const names = [...new Set([...filesOf(one), ...filesOf(other)])].filter((name) => !OF_THE_MOMENT.test(name));
  const same = (name: string) =>
    existsSync(join(one, name)) &&
    existsSync(join(other, name)) &&
    readFileSync(join(one, name)).equals(readFileSync(join(other, name)));
  return names.filter((name) => !same(name));
}

const first = (collection: string) => join(content, collection, readdirSync(join(content, collection))[0] ?? '');
function change(path: string, from: RegExp, to: string): void {
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${path} has nothing like ${from}.`);
  writeFileSync(path, after);
}

const TITLE = /^title: .*$/m;
const EDITS: Readonly<Record<string, () => void>> = {
  'nothing at all': () => undefined,
  'the title of an opportunity': () => change(first('opportunities'), TITLE, 'title: Un tout autre appel'),
  'the body of an opportunity': () => change(first('opportunities'), /$/, '\nUne phrase de plus.\n'),
  'an opportunity less': () => rmSync(first('opportunities')),
  'the title of every funder': () => {
    for (const name of readdirSync(join(content, 'funders')))
      change(join(content, 'funders', name), TITLE, `title: Fonds ${name.slice(0, 3)}`);
  },
  'the title of every guide': () => {
    for (const name of readdirSync(join(content, 'guides')))
      change(join(content, 'guides', name), TITLE, `title: Guide ${name.slice(0, 4)}`);
  },
  'the title of every cantine': () => {
    for (const name of readdirSync(join(content, 'cantines')))
      change(join(content, 'cantines', name), TITLE, `title: Table ${name.slice(0, 4)}`);
  },
  'the name of the association': () =>
    change(join(content, 'settings/site.md'), /^organisation: .*$/m, 'organisation: La Grande Table'),
};

const warmCache = join(scratch, 'warm');
build('warm-dist', warmCache);
let wrong = 0;
for (const [name, edit] of Object.entries(EDITS)) {
  edit();
  const warm = build('warm-dist', warmCache);
  const cold = build('cold-dist', join(scratch, `cold-${Object.keys(EDITS).indexOf(name)}`));
  const differing = differences(warm, cold);
  wrong += differing.length;
  const told = differing.length === 0 ? 'the same' : `DIFFERENT: ${differing.slice(0, 5).join(', ')}`;
  console.log(`${name.padEnd(32)}${filesOf(cold).length} files, ${told}`);
}
rmSync(scratch, { recursive: true, force: true });
process.exitCode = wrong > 0 ? 1 : 0;
