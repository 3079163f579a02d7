import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const project = join(import.meta.dirname, '../..');
const COMMANDS = {
  'import:aides-territoires': ['src/watch/aides-territoires/cli.ts', '--fichier', 'nulle-part.json'],
  'watch:mail': ['src/watch/mail/cli.ts', '--dry-run', '--dossier', join(tmpdir(), 'alertes-nulle-part')],
  'watch:report': ['src/watch/report/cli.ts', '--sans-liens'],
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

test.each([
  ['no token', [], 'Il manque AIDES_TERRITOIRES_TOKEN'],
  ['no such file', ['--fichier', 'nulle-part.json'], 'nulle-part.json n’existe pas'],
  ['an address that is none', ['--fichier', 'x'], 'AIDES_TERRITOIRES_URL vaut « abc »', 'abc'],
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
