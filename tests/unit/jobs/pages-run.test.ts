import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DATE_FELL_NAME } from '#admin/gestures/names.ts';
import { runPages, type PagesRun } from '#jobs/pages/run.ts';
import { DATE_FELL } from '#jobs/pages/letter.ts';
import { AGENT_NAME } from '#jobs/web/request.ts';
import { mailSite, type MailSite } from '../../support/mail-content.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';
import { WAIT_MS } from '../../support/limits.ts';

vi.setConfig({ testTimeout: 30_000 });

let site: MailSite;
let mail: MailServer;
let web: ReturnType<typeof createServer>;
let origin: string;
/** What each path of the web answers. */
let pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void>;
let asked: string[];

const html = (body: string) => (_: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<main>${body}</main>`);

beforeEach(async () => {
  site = mailSite();
  mail = await startMailServer();
  asked = [];
  pages = { '/appel': html('<h1>Appel</h1><p>À venir.</p>') };
  web = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const page = pages[path];
    if (page) page(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const contacts = { telephone: '04 72 00 00 00', alerts: { email: 'veille@reseau.example', frequency: 'weekly' } };
  site.write('settings', 'site', contacts);
  site.write('opportunities', 'appel-un', { title: 'Appel un', officialUrl: `${origin}/appel` });
});
afterEach(async () => {
  web.closeAllConnections();
  web.close();
  await mail.close();
  site.clear();
});

const statePath = () => join(site.folder, 'memoire', 'facts-pages.json');
const run = (day: string, changes: Partial<PagesRun> = {}) =>
  runPages({
    now: new Date(`${day}T02:00:00Z`),
    env: {
      SMTP_URL: mail.url,
      MAIL_FROM: 'Les Petites Cantines <site@reseau.example>',
      SITE_URL: 'https://www.exemple.org',
    },
    folders: site.folders,
    statePath: statePath(),
    web: { pause: 0, timeout: WAIT_MS, allowPrivate: true },
    ...changes,
  });
const sent = () => mail.delivered.map(({ email }) => email);
const plain = (text = '') => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the night', () => {
  test('a first reading tells nothing and keeps no text', async () => {
    expect(await run('2026-11-23')).toMatchObject({ failed: false });
    expect(sent()).toEqual([]);
    expect(readFileSync(statePath(), 'utf8')).not.toContain('venir');
    expect(readdirSync(join(site.folder, 'memoire'))).toEqual(['facts-pages.json']);
  });

  test('a date that appears is told to the editors, with the page, the entry and the gesture; once', async () => {
    await run('2026-11-23');
    pages['/appel'] = html('<h1>Appel</h1><p>Réponse avant le 15 janvier 2027.</p>');
    expect((await run('2026-11-24')).words).toContain('1\u00a0e-mail parti');
    await run('2026-11-24');
    await run('2026-11-25');
    await run('2026-11-26');
    expect(mail.delivered.map(({ to }) => to)).toEqual(['veille@reseau.example']);
    const [email] = sent();
    expect(plain(email?.subject)).toBe('Une date est apparue : 15 janvier 2027');
    for (const shown of [email?.text, email?.html]) {
      expect(plain(shown)).toContain('Appel un');
      expect(shown).toContain(`${origin}/appel`);
      expect(shown).toContain('https://www.exemple.org/financements/appel-un/');
      expect(shown).toContain(
        'https://www.exemple.org/admin/#/collections/opportunities/entries/appel-un?geste=date-tombee',
      );
    }
    const checked = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(email?.html ?? '');
    expect(checked.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(email?.html).not.toMatch(/<img|<script|<link|src=|url\(|@import/i);
  });

  test('the gesture is the one of the CMS', () => {
    expect(DATE_FELL).toBe(DATE_FELL_NAME.id);
  });

  test('a text that changes by itself is told by its dates alone', async () => {
    let visits = 0;
    let told = '';
    pages['/appel'] = (request, response) => html(`<p>Visite n° ${++visits}.${told}</p>`)(request, response);
    await run('2026-11-23');
    await run('2026-11-24');
    told = ' Clôture le 1er mars.';
    await run('2026-11-25');
    await run('2026-11-26');
    await run('2026-11-27');
    expect(sent().map(({ subject }) => plain(subject))).toEqual(['Une date est apparue : 1er mars (sans année)']);
  });

  test('a page shared by several opportunities is one card; what closed is told after two nights', async () => {
    site.write('opportunities', 'appel-deux', { title: 'Appel deux', officialUrl: `${origin}/appel` });
    await run('2026-11-23');
    pages['/appel'] = html('<h1>Appel</h1><p>Bientôt.</p>');
    await run('2026-11-24');
    expect(sent()).toEqual([]);
    await run('2026-11-25');
    expect(sent().map(({ subject }) => plain(subject))).toEqual(['1 page officielle a changé']);
    const text = plain(sent()[0]?.text);
    expect(text).toContain('aucune date n’a bougé'.toUpperCase());
    expect(text).toContain('Une page, 2 financements');
    expect(text).toContain('La date est tombée : Appel deux : https://www.exemple.org/admin/');
    expect(asked.filter((path) => path === '/appel')).toHaveLength(5);
  });

  test('the home page of a funder tells the dates that appear alone', async () => {
    site.write('funders', 'ademe', { title: 'L’ADEME', website: `${origin}/accueil` });
    pages['/accueil'] = html('Actualités');
    await run('2026-11-23');
    pages['/accueil'] = html('Autres actualités');
    await run('2026-11-24');
    await run('2026-11-25');
    expect(sent()).toEqual([]);
    pages['/accueil'] = html('Un appel jusqu’au 31/03/2027');
    await run('2026-11-26');
    expect(plain(sent()[0]?.text)).toContain('L’ADEME');
  });
});

describe('politely', () => {
  test('robots.txt is obeyed, private networks are left in peace', async () => {
    pages['/robots.txt'] = (_, response) => void response.end(`User-agent: ${AGENT_NAME}\nDisallow: /appel`);
    const { failed, words } = await run('2026-11-23');
    expect(words).toContain('le site demande aux robots de ne pas la lire');
    expect(failed).toBe(true);
    expect(asked).toEqual(['/robots.txt']);
    await run('2026-11-24', { web: { pause: 0, timeout: WAIT_MS } });
    expect(asked).toEqual(['/robots.txt']);
  });

  test('what the server says has not changed is not sent again; a page is read once a day', async () => {
    const conditions: (string | undefined)[] = [];
    pages['/appel'] = (request, response) => {
      conditions.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"', 'content-type': 'text/html' }).end('<p>Appel</p>');
    };
    await run('2026-11-23');
    await run('2026-11-23');
    await run('2026-11-24');
    expect(conditions).toEqual([undefined, undefined, '"v1"']);
    expect(sent()).toEqual([]);
  });

  test.each([500, 404, 403])('a page that answers %d is not read: what is known of it stays', async (status) => {
    pages['/appel'] = html('Avant le 15 janvier 2027');
    await run('2026-11-23');
    const before = pages['/appel'];
    pages['/appel'] = (_, response) => void response.writeHead(status).end('Oups');
    const { words } = await run('2026-11-24');
    await run('2026-11-25');
    expect(words).toContain(`le site répond ${status}`);
    pages['/appel'] = before;
    await run('2026-11-26');
    expect(sent()).toEqual([]);
  });

  test('a huge page is read as far as it matters, a page in another charset as it is written', async () => {
    await run('2026-11-23');
    pages['/appel'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' });
      response.end(Buffer.from(`<p>Clôture : 15 février 2027</p>${'<p>a</p>'.repeat(1_000_000)}`, 'latin1'));
    };
    await run('2026-11-24');
    expect(plain(sent()[0]?.subject)).toBe('Une date est apparue : 15 février 2027');
  });
});

describe('failures', () => {
  const change = () => (pages['/appel'] = html('Avant le 15 janvier 2027'));

  test('cut after the server took it: sent again as the same message, once', async () => {
    await run('2026-11-23');
    change();
    mail.moods.push('cut after acceptance');
    expect(await run('2026-11-24')).toMatchObject({ failed: true });
    await run('2026-11-25');
    await run('2026-11-26');
    expect(sent().map(({ messageId }) => messageId)).toEqual([sent()[0]?.messageId, sent()[0]?.messageId]);
  });

  test('a server that refuses: told the next night', async () => {
    await run('2026-11-23');
    change();
    mail.senders.code = 550;
    await run('2026-11-24');
    mail.senders.code = 0;
    await run('2026-11-25');
    expect(sent()).toHaveLength(1);
  });

  test('nobody to tell: said in words, and told once somebody is there', async () => {
    site.write('settings', 'site', { telephone: '04 72 00 00 00', email: undefined });
    await run('2026-11-23');
    change();
    expect((await run('2026-11-24')).words).toContain('Personne n’est prévenu');
    site.write('settings', 'site', { email: 'bonjour@reseau.example' });
    await run('2026-11-25');
    expect(mail.delivered.map(({ to }) => to)).toEqual(['bonjour@reseau.example']);
  });

  test('a trial writes the message, sends and keeps nothing', async () => {
    await run('2026-11-23');
    change();
    const before = readFileSync(statePath(), 'utf8');
    const trialFolder = join(site.folder, 'essai');
    const { words } = await run('2026-11-24', { trialFolder, env: {} });
    expect(words).toContain('1\u00a0e-mail écrit');
    expect(readdirSync(trialFolder)).toEqual(['2026-11-24-reseau.eml']);
    expect(readFileSync(statePath(), 'utf8')).toBe(before);
    expect(sent()).toEqual([]);
  });

  test('an error in an entry stops everything, and names it', async () => {
    site.write('opportunities', 'deux', { kind: 'inconnu' });
    expect((await run('2026-11-23')).words).toContain('content/opportunities/deux.md');
    expect(asked).toEqual([]);
    expect(existsSync(statePath())).toBe(false);
  });
});
