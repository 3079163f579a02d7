import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Failure } from '#jobs/pipeline/refuse.ts';
import { tellFailures } from '#jobs/pipeline/tell.ts';
import { commitAll, git } from '../../support/git.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';

const NIGHT = new Date('2026-12-01T02:17:00Z');
const later = (days: number) => new Date(NIGHT.valueOf() + days * 24 * 3_600_000);

const REFUSED: Failure = {
  step: 'la vérification des fiches',
  problems: [
    {
      file: 'content/cantines/lyon-vaise.md',
      line: 12,
      field: 'telephone',
      label: 'Téléphone',
      found: '« 04 »',
      expected: 'un numéro',
      remedy: 'Écrivez dix chiffres.',
    },
  ],
  lines: [],
};
const BROKEN: Failure = {
  step: 'les alertes par e-mail',
  problems: [],
  lines: ['un', 'Personne ne répond à smtp:465'],
};

let root = '';
let server: MailServer;

const settings = (text: string) => {
  const file = join(root, 'content/settings/site.md');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const tell = (failures: readonly Failure[], now = NIGHT, env: Record<string, string> = {}) =>
  tellFailures(failures, {
    root,
    now,
    statePath: join(root, '.cache/night.json'),
    env: {
      SMTP_URL: server.url,
      MAIL_FROM: 'veille@reseau.example',
      SITE_URL: 'https://www.exemple.org',
      CI_PIPELINE_URL: 'https://forge.exemple/-/pipelines/7',
      ...env,
    },
  });

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'tell-'));
  server = await startMailServer();
  git(root, 'init', '--quiet');
  settings('---\ntitle: Le site\nemail: reseau@reseau.example\ntechnicalEmail: technique@reseau.example\n---\n');
  commitAll(root, 'Start');
});
afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

test('says what failed and what it waits for: file, field, remedy, or the last lines', async () => {
  expect(await tell([REFUSED, BROKEN])).toBe('Un e-mail le dit à l’adresse technique des Réglages.');
  const [{ to, email } = { to: '', email: undefined }] = server.delivered;
  expect(to).toBe('technique@reseau.example');
  const plain = (text = '') => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(plain(email?.subject)).toBe('Publication de nuit, échec : la vérification des fiches, les alertes par e-mail');
  expect(plain(email?.text))
    .toBe(`Dans la nuit du 1er décembre 2026, quelque chose n’a pas marché : la vérification des fiches, les alertes par e-mail. On lit toujours la dernière bonne version de https://www.exemple.org/.

Étape arrêtée : la vérification des fiches. Elle attend 1 correction :
  • content/cantines/lyon-vaise.md, « Téléphone » (ligne 12)
    trouvé : « 04 »
    à faire : Écrivez dix chiffres.

Étape arrêtée : les alertes par e-mail. Ses dernières lignes :
    un
    Personne ne répond à smtp:465

Le journal entier : https://forge.exemple/-/pipelines/7

Ce message ne revient que si la cause change, ou dans sept jours si elle dure. L’adresse qui le reçoit est dans les Réglages du site (« E-mail technique »).
`);
});

test('once for a cause, again after seven days; a new cause and a night that passed start anew', async () => {
  await tell([REFUSED]);
  expect(await tell([{ ...REFUSED, lines: ['another time'] }], later(6.9))).toMatch(/^La même cause/);
  expect(server.delivered).toHaveLength(1);
  await tell([REFUSED], later(7));
  expect(server.delivered).toHaveLength(2);
  await tell([BROKEN], later(8));
  expect(server.delivered).toHaveLength(3);
  await tell([], later(9));
  await tell([BROKEN], later(10));
  expect(server.delivered).toHaveLength(4);
});

test('a message that did not leave is tried again the next night', async () => {
  server.refused.set('technique@reseau.example', 550);
  expect(await tell([REFUSED])).toMatch(/^Le message qui le dit n’est pas parti/);
  server.refused.clear();
  await tell([REFUSED], later(1));
  expect(server.delivered).toHaveLength(1);
});

test.each([
  [
    'the address of the network, without a technical one',
    '---\nemail: reseau@reseau.example\n---\n',
    'reseau@reseau.example',
  ],
  ['the address before, when the settings are what is refused', '---\nemail: [\n', 'technique@reseau.example'],
  [
    'the address of an entry that has errors',
    '---\ntechnicalEmail: a@reseau.example\ntitle:\n---\n',
    'a@reseau.example',
  ],
])('is written to %s', async (_, text, to) => {
  settings(text);
  commitAll(root, 'Change');
  await tell([REFUSED]);
  expect(server.delivered.map((each) => each.to)).toEqual([to]);
});

test.each([
  ['nobody to write to', {}, '---\ntitle: Le site\n---\n', /remplissez « E-mail technique »/],
  ['no server', { SMTP_URL: '' }, undefined, /réglez SMTP_URL/],
  ['no sender', { MAIL_FROM: '' }, undefined, /MAIL_FROM/],
])('%s is said, and nothing is remembered', async (_, env, text, words) => {
  if (text !== undefined) {
    settings(text);
    commitAll(root, 'Change');
    commitAll(root, 'Again');
  }
  expect(await tell([REFUSED], NIGHT, env)).toMatch(words);
  expect(existsSync(join(root, '.cache/night.json'))).toBe(false);
});
