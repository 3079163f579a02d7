import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startAidsServer, TOKEN } from '../../support/aids-server.ts';

const project = join(import.meta.dirname, '../../..');
const NOWHERE = join(tmpdir(), 'alertes-nulle-part');
const COMMANDS = {
  'facts:ask': ['src/jobs/ask/cli.ts', '--dry-run', '--dossier', NOWHERE],
  'facts:pages': ['src/jobs/pages/cli.ts', '--dry-run', '--dossier', NOWHERE],
  'import:aides-territoires': ['src/jobs/aides-territoires/cli.ts', '--fichier', 'nulle-part.json'],
  'watch:mail': ['src/jobs/alerts/cli.ts', '--dry-run', '--dossier', NOWHERE],
  'watch:report': ['src/jobs/report/cli.ts', '--sans-liens'],
} as const;

const run = ([file, ...usual]: readonly [string, ...string[]], args?: readonly string[], env = {}) =>
  spawnSync(process.execPath, [file, ...(args ?? usual)], {
    encoding: 'utf8',
    cwd: project,
    env: { ...process.env, SITE_URL: '', AIDES_TERRITOIRES_TOKEN: '', AIDES_TERRITOIRES_URL: '', ...env },
  });

describe.each(Object.entries(COMMANDS))('npm run %s', (name, command) => {
  test('--aide says what it does and every option; --help too', () => {
    const { status, stdout, stderr } = run(command, ['--aide']);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain(`npm run ${name} [-- options]`);
    expect(run(command, ['--help']).stdout).toBe(stdout);
  });

  test.each([
    [['--essai'], 'L’option « --essai » n’existe pas. Rien n’a été fait.'],
    [['un-mot'], '« un-mot » n’est pas attendu ici. Rien n’a été fait.'],
  ])('%s: which one, what there is, and 2', (args, words) => {
    const { status, stdout, stderr } = run(command, args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).toContain(`npm run ${name} [-- options]`);
    expect(stdout).toBe('');
  });

  test('an ill-formed SITE_URL: a sentence, and 1', () => {
    const { status, stdout, stderr } = run(command, undefined, { SITE_URL: 'abc' });
    expect(stderr).toMatch(/^SITE_URL vaut « abc »\..*\n$/);
    expect(status).toBe(1);
    expect(stdout).toBe('');
  });
});

test('the pipeline says its options and its variables, and does nothing of what it does not know', () => {
  const help = run(['src/jobs/pipeline/cli.ts'], ['--aide']);
  expect(help.status).toBe(0);
  for (const word of ['--modification', '--nuit', 'PUBLISH_TO', 'NIGHT_STATE']) expect(help.stdout).toContain(word);
  const { status, stderr } = run(['src/jobs/pipeline/cli.ts'], ['--nuits']);
  expect(status).toBe(2);
  expect(stderr).toContain('L’option « --nuits » n’existe pas. Rien n’a été fait.');
});

test('an option that npm kept for itself is asked again: the alerts would else leave for good', () => {
  const env = { npm_config_dry_run: 'true', npm_lifecycle_event: 'watch:mail' };
  const { status, stdout, stderr } = run(COMMANDS['watch:mail'], [], env);
  expect(stderr).toContain('npm run watch:mail -- --dry-run');
  expect(stderr).toContain('Rien n’a été fait.');
  expect(status).toBe(2);
  expect(stdout).toBe('');
});

test.each(['watch:mail', 'facts:ask', 'facts:pages'] as const)(
  '%s: a folder for messages that would be sent is refused',
  (name) => {
    const { status, stderr } = run(COMMANDS[name], ['--dossier', 'essais']);
    expect(stderr).toMatch(/^« --dossier » ne sert qu’avec « --dry-run »/);
    expect(status).toBe(1);
  },
);

test('a report that asks for something to be mended is still read by a program', () => {
  const { status, stdout } = run(COMMANDS['watch:report'], ['--sans-liens', '--json', '--strict']);
  expect(JSON.parse(stdout)).toHaveProperty('report');
  expect(status).toBe(1);
});

test.each([
  ['no token', [], 'Il manque AIDES_TERRITOIRES_TOKEN'],
  ['no such file', ['--fichier', 'nulle-part.json'], 'nulle-part.json n’existe pas'],
  ['an address that is none', ['--fichier', 'x'], 'AIDES_TERRITOIRES_URL vaut « abc »', 'abc'],
  ['a token in clear', ['--fichier', 'x'], 'le jeton y passerait en clair', 'http://aides.example'],
])('the import, %s: a sentence, and 1', (_, args, words, url = '') => {
  const { status, stderr } = run(COMMANDS['import:aides-territoires'], args, { AIDES_TERRITOIRES_URL: url });
  expect(stderr).toContain(words);
  expect(status).toBe(1);
});

test('a report of a folder that does not exist is no empty watch', () => {
  const { status, stderr } = run(COMMANDS['watch:report'], undefined, { CONTENT_DIR: '/nulle/part' });
  expect(stderr).toContain('Le dossier des fiches, /nulle/part, n’existe pas');
  expect(status).toBe(1);
});

test.each(['SIGINT', 'SIGTERM'] as const)('the import, cut by %s: what to do, and 130', async (signal) => {
  const server = await startAidsServer();
  const child = spawn(process.execPath, ['src/jobs/aides-territoires/cli.ts', '--dry-run'], {
    cwd: project,
    env: { ...process.env, AIDES_TERRITOIRES_URL: server.base, AIDES_TERRITOIRES_TOKEN: TOKEN },
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  server.connections = [() => child.kill(signal)];
  const [code] = (await once(child, 'close')) as [number | null];
  await server.close();
  expect(said).toContain('Import interrompu. Relancez la commande : elle reprendra où elle en est');
  expect(code).toBe(130);
});
