import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readMailSettings, readSmtp } from '#jobs/mail/env.ts';
import { takeLock } from '#jobs/mail/lock.ts';
import { readState, writeState } from '#jobs/mail/state.ts';
import type { AlertState, Item, Memory } from '#jobs/alerts/memory.ts';
import { ALERT_STATE, ALERTS, NOTHING_SENT } from '#jobs/alerts/state.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'memoire-'));
  path = join(folder, 'sous-dossier', 'watch-mail.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the memory of what was sent', () => {
  test('without a file, nothing was sent', () => {
    expect(readState(path, ALERT_STATE)).toEqual(NOTHING_SENT);
  });

  test('is read back as it was written, and leaves nothing else in its folder', () => {
    const windows = [{ opensOn: '2026-12-01', closesOn: '2027-01-01' }];
    const memory: Memory = {
      digestOn: '2026-11-23',
      calls: {
        a: {
          told: true,
          title: 'Un appel',
          seen: { on: '2026-11-23', isPermanent: false, windows },
          reminded: ['2027-01-01'],
          rounds: [{ opensIn: '2027-12' }],
        },
        b: { told: true, gone: true },
      },
    };
    const changes: Item['changes'] = [
      { kind: 'withdrawn', on: '2026-11-23' },
      { kind: 'opened', on: '2026-11-23', opensOn: '2026-11-23' },
      { kind: 'closed', on: '2026-11-23' },
      { kind: 'moved', on: '2026-11-23', which: 'closesOn', from: '2027-01-12', to: '2027-01-01' },
    ];
    const state: AlertState = {
      version: 2,
      recipients: {
        reseau: { memory },
        'cantines/vaise': {
          pending: {
            messageId: '<a@b>',
            first: true,
            items: [{ slug: 'a', title: 'Un appel', changes, reminders: [], round: { closesIn: '2027-03' } }],
            after: memory,
          },
          refusals: { email: 'vaise@cantines.example', count: 2 },
        },
      },
    };
    writeState(path, NOTHING_SENT, ALERTS);
    writeState(path, state, ALERTS);
    expect(readState(path, ALERT_STATE)).toEqual(state);
    expect(readdirSync(join(folder, 'sous-dossier'))).toEqual(['watch-mail.json']);
  });

  test('is read from a file of version 1, with the message that was under way', () => {
    const calls = { a: { told: true, until: '2027-01-01', reminded: ['2027-01-01'] }, b: { told: false } };
    const memory = { digestOn: '2026-11-23', calls };
    const items = [
      { slug: 'a', news: 'new', reminders: ['2027-01-01'] },
      { slug: 'b', news: 'dates', reminders: [] },
      { slug: 'c', reminders: ['2027-01-01'] },
    ];
    const pending = { messageId: '<a@b>', first: false, since: '2026-11-16', items, after: memory };
    mkdirSync(join(folder, 'sous-dossier'));
    writeFileSync(
      path,
      JSON.stringify({ version: 1, recipients: { reseau: { memory }, 'cantines/vaise': { pending } } }),
    );
    expect(readState(path, ALERT_STATE)).toEqual({
      version: 2,
      recipients: {
        reseau: { memory },
        'cantines/vaise': {
          pending: {
            ...pending,
            items: [
              { slug: 'a', changes: [{ kind: 'new', on: '2026-11-23' }], reminders: ['2027-01-01'] },
              { slug: 'b', changes: [{ kind: 'dated', on: '2026-11-23' }], reminders: [] },
              { slug: 'c', changes: [], reminders: ['2027-01-01'] },
            ],
          },
        },
      },
    });
  });

  test('a write that fails leaves the old file', () => {
    writeState(path, NOTHING_SENT, ALERTS);
    const circular = { version: 2, recipients: {} } as unknown as AlertState & { self?: unknown };
    circular.self = circular;
    expect(() => writeState(path, circular, ALERTS)).toThrow();
    expect(readState(path, ALERT_STATE)).toEqual(NOTHING_SENT);
    expect(readdirSync(join(folder, 'sous-dossier'))).toEqual(['watch-mail.json']);
  });

  test('a folder in its place is told as such', () => {
    const under = join(path, 'watch-mail.json');
    writeState(path, NOTHING_SENT, ALERTS);
    expect(() => writeState(under, NOTHING_SENT, ALERTS)).toThrow(
      /ne s’écrit pas .*un fichier porte le nom d’un dossier/,
    );
    expect(() => readState(folder, ALERT_STATE)).toThrow(
      /ne s’ouvre pas : un dossier porte le nom d’un fichier.*WATCH_STATE, qui est le chemin d’un fichier/,
    );
  });
});

describe('the lock', () => {
  const folderOfState = () => readdirSync(join(folder, 'sous-dossier'));
  const takeOver = () => {
    rmSync(`${path}.lock`, { recursive: true });
    mkdirSync(`${path}.lock`);
    utimesSync(`${path}.lock`, 1, 1);
  };
  afterEach(() => vi.useRealTimers());

  test('is held by one run at a time, and free afterwards', () => {
    const { release, assertHeld } = takeLock(path, ALERTS);
    expect(() => takeLock(path, ALERTS)).toThrow(`en cours (processus ${process.pid} de ${hostname()})`);
    assertHeld();
    release();
    takeLock(path, ALERTS).release();
    expect(folderOfState()).toEqual([]);
  });

  test('of a run that does not renew it is taken over', () => {
    mkdirSync(`${path}.lock`, { recursive: true });
    expect(() => takeLock(path, ALERTS)).toThrow(
      'Un autre envoi d’alertes est en cours. Rien n’est envoyé par celui-ci.',
    );
    utimesSync(`${path}.lock`, 1, 1);
    takeLock(path, ALERTS).release();
    expect(folderOfState()).toEqual([]);
  });

  test('taken over by another run, is neither kept nor released', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { release, assertHeld } = takeLock(path, ALERTS);
    takeOver();
    await vi.runOnlyPendingTimersAsync();
    expect(assertHeld).toThrow('n’est plus le sien');
    release();
    expect(folderOfState()).toContain('watch-mail.json.lock');
  });
});

describe('the settings', () => {
  const right = {
    SMTP_URL: 'smtps://veille%40x:mot%3Ade%2Fpasse@smtp.exemple.org',
    MAIL_FROM: 'veille@exemple.org',
    SITE_URL: 'https://www.exemple.org',
  };

  test('as they should be', () => {
    expect(readSmtp(right)).toEqual({
      host: 'smtp.exemple.org',
      port: 465,
      secure: true,
      auth: { user: 'veille@x', pass: 'mot:de/passe' },
      requireTLS: false,
    });
    expect(readMailSettings(right, false)).toEqual({
      siteUrl: 'https://www.exemple.org',
      live: true,
      from: { name: 'Les Petites Cantines', address: 'veille@exemple.org' },
      unsubscribe: 'veille@exemple.org',
    });
  });

  test.each([
    ['smtp://smtp.exemple.org', 25, false],
    ['smtp://a:b@smtp.exemple.org', 587, true],
    ['smtp://a:b@127.0.0.1:2525', 2525, false],
  ])('%s: port %d, a password is %s to travel encrypted', (url, port, requireTLS) => {
    expect(readSmtp({ SMTP_URL: url })).toMatchObject({ port, requireTLS, secure: false });
  });

  test.each([
    [undefined, 'SMTP_URL n’est pas donnée. Attendu : l’adresse du serveur'],
    ['smtp.exemple.org', 'ce n’est pas une adresse lisible'],
    ['https://a:secret@smtp.exemple.org', 'elle commence par « https: »'],
    ['smtp://', 'aucun hôte'],
    ['smtp://a@smtp.exemple.org', 'un utilisateur sans mot de passe'],
    ['smtp://:secret@smtp.exemple.org', 'un mot de passe sans utilisateur'],
    ['smtp://a:secret@smtp.exemple.org:smtp', 'ce n’est pas une adresse lisible'],
    ['smtp://a:100%secret@smtp.exemple.org', 'un % n’y est pas suivi de deux chiffres'],
    ['smtp://a:se/cret@smtp.exemple.org', 'ce n’est pas une adresse lisible'],
    ['smtp://smtp.exemple.org/boite', 'quelque chose suit l’hôte et le port'],
  ])('SMTP_URL = %s', (value, found) => {
    const read = () => readSmtp({ SMTP_URL: value });
    expect(read).toThrow(found);
    expect(read).toThrow('SMTP_URL=smtps://');
    expect(read).not.toThrow('secret');
  });

  test.each([
    ['MAIL_FROM', undefined, 'MAIL_FROM n’est pas donnée'],
    ['MAIL_FROM', 'la veille', 'MAIL_FROM vaut « la veille ». Attendu : une seule adresse'],
    ['MAIL_FROM', 'a@exemple.org, b@exemple.org', 'Attendu : une seule adresse'],
    ['MAIL_UNSUBSCRIBE', 'Le réseau <a@exemple.org>', 'MAIL_UNSUBSCRIBE vaut'],
    ['SITE_URL', ' ', 'SITE_URL n’est pas donnée. Attendu : l’adresse du site'],
    ['SITE_URL', 'www.exemple.org', 'SITE_URL vaut « www.exemple.org »'],
  ])('%s = %s', (name, value, found) => {
    expect(() => readMailSettings({ ...right, [name]: value }, false)).toThrow(found);
  });

  test('a trial needs none, but refuses the ill-formed', () => {
    expect(readMailSettings({}, true)).toMatchObject({ siteUrl: 'http://localhost:4321', live: false });
    expect(() => readMailSettings({ MAIL_FROM: 'x' }, true)).toThrow('MAIL_FROM vaut « x »');
  });
});

describe('the command', () => {
  const command = (args: readonly string[], env: Record<string, string>) =>
    spawnSync(process.execPath, ['src/jobs/alerts/cli.ts', ...args], {
      encoding: 'utf8',
      env: { ...process.env, SITE_URL: '', SMTP_URL: '', MAIL_FROM: '', WATCH_STATE: path, ...env },
    });

  test.each([
    ['no SITE_URL', [], {}, 'SITE_URL n’est pas donnée'],
    ['an ill-formed SITE_URL', [], { SITE_URL: 'ftp://x' }, 'SITE_URL vaut « ftp://x »'],
    ['no SMTP_URL', [], { SITE_URL: 'https://x.example', MAIL_FROM: 'a@x.example' }, 'SMTP_URL n’est pas donnée'],
  ])('%s: one sentence, and 1', (_title, args, env, words) => {
    const { status, stderr, stdout } = command(args, env);
    expect(status).toBe(1);
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
  });

  test('a trial on a whole network changes nothing', () => {
    const dossier = join(folder, 'essai');
    const { status, stdout, stderr } = command(['--dry-run', `--dossier=${dossier}`], {});
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('Rien n’est envoyé ni retenu');
    expect(readdirSync(folder)).not.toContain('sous-dossier');
  });
});
