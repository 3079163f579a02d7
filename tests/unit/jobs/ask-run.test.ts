import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { confirmPath } from '#content/routes.ts';
import { runAsk, type AskRun } from '#jobs/ask/run.ts';
import { mailSite, type MailSite } from '../../support/mail-content.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';

vi.setConfig({ testTimeout: 30_000 });

const FIRST = '2026-11-23';
const vaise = {
  title: 'Lyon Vaise',
  contacts: { email: 'lyonvaise@cantines.example', telephone: '04 26 64 79 24', asOf: '2024-03' },
  openingHours: {
    slots: [{ day: 'tuesday', kind: 'meal', opens: '12:30', closes: '14:00' }],
    note: 'Un long récit.',
    asOf: '2024-03',
  },
  booking: { eat: 'required', asOf: '2023' },
  statusAsOf: '2026-10-01',
};

let site: MailSite;
let server: MailServer;

beforeEach(async () => {
  site = mailSite();
  server = await startMailServer();
  site.write('cantines', 'lyon-vaise', vaise);
});
afterEach(async () => {
  await server.close();
  site.clear();
});

const statePath = () => join(site.folder, 'memoire', 'facts-ask.json');
const run = (day: string, changes: Partial<AskRun> = {}) =>
  runAsk({
    now: new Date(`${day}T02:00:00Z`),
    env: {
      SMTP_URL: server.url,
      MAIL_FROM: 'Les Petites Cantines <site@reseau.example>',
      SITE_URL: 'https://www.exemple.org',
    },
    folders: site.folders,
    statePath: statePath(),
    ...changes,
  });
const plain = (text = '') => text.replace(/[\u00a0\u202f]/g, ' ');
const subjects = () => server.delivered.map(({ email }) => plain(email.subject));
const receivers = () => server.delivered.map(({ to }) => to);

describe('a question', () => {
  test('says what we believe, what most needs a word first, each with its date, and one link', async () => {
    expect(await run(FIRST)).toMatchObject({ failed: false });
    const [{ email, to } = { email: undefined, to: '' }] = server.delivered;
    expect(to).toBe('lyonvaise@cantines.example');
    expect(plain(email?.subject)).toBe('Lyon Vaise : est-ce toujours juste ?');
    const lines = plain(email?.text).match(/^ {2}• .*/gm);
    expect(lines).toEqual([
      '  • Adresse : Lyon (sans date)',
      '  • Horaires de la semaine : mardi, on mange de 12 h 30 à 14 h (lu en mars 2024)',
      '  • Inscription : pour manger, inscription nécessaire (lu en 2023)',
      '  • Contacts : 04 26 64 79 24 ; lyonvaise@cantines.example (lu en mars 2024)',
      '  • État : ouverte (lu le 1er octobre 2026)',
    ]);
    const page = `https://www.exemple.org${confirmPath('lyon-vaise')}`;
    for (const shown of [email?.text, email?.html]) expect(shown?.match(/https?:[^\s"<]+/g)).toEqual([page]);
    expect(plain(email?.text)).toContain('C’est juste ? Un appui suffit.');
    expect(plain(email?.text)).toContain('écrivez « stop » à site@reseau.example');
  });

  test('is valid HTML, without an image, a script or anything from elsewhere, and can be left', async () => {
    await run(FIRST);
    const { email } = server.delivered[0] ?? {};
    const html = email?.html ?? '';
    const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(html).not.toMatch(/<img|<script|<link|src=|url\(|@import/i);
    const stop = email?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
    expect(decodeURIComponent(stop)).toBe(
      '<mailto:site@reseau.example?subject=Ne plus demander de confirmer la fiche : Lyon Vaise>',
    );
  });

  test('has words of its own for a team that prepares a cantine, for unknown hours and for a season', async () => {
    site.write('cantines', 'b', { title: 'B', status: 'preparing', contacts: { email: 'b@cantines.example' } });
    site.write('cantines', 'c', { title: 'C', contacts: { email: 'c@cantines.example' } });
    await run(FIRST);
    expect(subjects().toSorted()).toEqual([
      'B : où en est votre cantine ?',
      'C : quand vient-on manger chez vous ?',
      'Lyon Vaise : est-ce toujours juste ?',
    ]);
    const team = server.delivered.find(({ to }) => to === 'b@cantines.example')?.email;
    expect(plain(team?.text)).toContain('Avez-vous ouvert ? Qu’est-ce qui a changé ?');
    expect(plain(team?.text)).not.toContain('Horaires');
    await run('2027-08-01');
    expect(subjects().slice(3)).toContain('Lyon Vaise : et à la rentrée ?');
  });

  test('what an entry holds never becomes markup', async () => {
    site.write('cantines', 'lyon-vaise', { ...vaise, title: '<b>Vaise</b> & "c"' });
    await run(FIRST);
    expect(server.delivered[0]?.email.html).not.toContain('<b>Vaise</b>');
  });
});

describe('who is asked', () => {
  test('nobody for a draft, an example once live, a closed cantine, or one that wants no question', async () => {
    site.write('cantines', 'lyon-vaise', { ...vaise, draft: true });
    site.write('cantines', 'b', { ...vaise, demo: true });
    site.write('cantines', 'c', { ...vaise, status: 'closed' });
    site.write('cantines', 'd', { ...vaise, notAsked: true });
    expect((await run(FIRST)).words).toContain('rien à envoyer aujourd’hui');
    expect(server.delivered).toEqual([]);
  });

  test('at the address of the fiche; never at that of the alerts, nor at one that seems to be a person’s', async () => {
    site.write('cantines', 'b', { title: 'B', alerts: { email: 'cantine.b@cantines.example', frequency: 'weekly' } });
    site.write('cantines', 'c', { title: 'C', contacts: { email: 'jeanne.martin@gmail.com' } });
    const { words } = await run(FIRST);
    expect(receivers()).toEqual([vaise.contacts.email]);
    expect(words).toContain('2\u00a0cantines n’ont pas d’adresse partagée');
    expect(words).toContain('(B, C)');
  });

  test('a fiche that was confirmed is left in peace until a fact is old', async () => {
    const facts = ['openingHours', 'address', 'contacts', 'booking', 'status'];
    const lines = facts.map((fact) => ({ fact, on: '2026-11-01', by: 'team' }));
    site.write('cantines', 'lyon-vaise', { ...vaise, confirmations: lines });
    await run(FIRST);
    await run('2027-01-31');
    expect(server.delivered).toEqual([]);
    await run('2027-02-01');
    expect(plain(server.delivered[0]?.email.text)).toContain(
      '(confirmé par l’équipe de la cantine le 1er novembre 2026)',
    );
  });
});

describe('night after night', () => {
  test('asked once, reminded once after two weeks, then silence until the next quarter', async () => {
    for (const day of [FIRST, FIRST, '2026-12-06', '2026-12-07', '2026-12-08', '2027-01-04', '2027-01-05'])
      await run(day);
    expect(subjects()).toEqual([
      'Lyon Vaise : est-ce toujours juste ?',
      'Petit rappel — Lyon Vaise : est-ce toujours juste ?',
      'Lyon Vaise : est-ce toujours juste ?',
    ]);
    expect(plain(server.delivered[1]?.email.text)).toContain('Le lundi 23 novembre 2026, nous vous posions');
  });

  test.each([
    ['one fact', { confirmations: [{ fact: 'status', on: '2026-11-25', by: 'guest' }] }],
    ['the whole fiche', { verifiedOn: '2026-11-25' }],
  ])('an answer on %s is an answer: no reminder', async (_, answer) => {
    await run(FIRST);
    site.write('cantines', 'lyon-vaise', { ...vaise, ...answer });
    await run('2026-12-07');
    expect(server.delivered).toHaveLength(1);
  });

  test('nobody is written to during an announced closure', async () => {
    await run(FIRST);
    site.write('cantines', 'lyon-vaise', {
      ...vaise,
      exceptions: [{ from: '2026-12-05', to: '2026-12-10', kind: 'closed' }],
    });
    await run('2026-12-07');
    expect(server.delivered).toHaveLength(1);
    await run('2026-12-11');
    expect(server.delivered).toHaveLength(2);
  });

  test('a cantine that changes name is the same one', async () => {
    await run(FIRST);
    site.remove('cantines', 'lyon-vaise');
    site.write('cantines', 'lyon-9', vaise);
    site.write('settings', 'site', {
      telephone: '04 72 00 00 00',
      redirects: [{ from: '/cantines/lyon-vaise/', to: '/cantines/lyon-9/' }],
    });
    await run('2026-11-24');
    expect(server.delivered).toHaveLength(1);
    await run('2026-12-07');
    expect(server.delivered[1]?.email.text).toContain('/cantines/lyon-9/confirmer/');
  });
});

describe('failures', () => {
  test('cut after the server took it: sent again as the same message, once; not when it was answered', async () => {
    server.moods.push('cut after acceptance', 'cut after acceptance');
    expect(await run(FIRST)).toMatchObject({ failed: true });
    await run('2026-11-24');
    expect(new Set(server.delivered.map(({ email }) => email.messageId)).size).toBe(1);
    expect(server.delivered).toHaveLength(2);
    site.write('cantines', 'lyon-vaise', { ...vaise, verifiedOn: '2026-11-24' });
    await run('2026-11-25');
    await run('2026-12-07');
    expect(server.delivered).toHaveLength(2);
  });

  test('refused: tried again, and told louder the third time', async () => {
    server.refused.set(vaise.contacts.email, 550);
    await run(FIRST);
    await run('2026-11-24');
    expect((await run('2026-11-25')).words).toContain('Personne n’y lit nos demandes');
    server.refused.clear();
    await run('2026-11-26');
    expect(server.delivered).toHaveLength(1);
  });

  test('a trial writes the messages, sends and keeps nothing', async () => {
    const trialFolder = join(site.folder, 'essai');
    const { words } = await run(FIRST, { trialFolder, env: {} });
    expect(words).toContain('1\u00a0e-mail écrit');
    expect(readdirSync(trialFolder)).toEqual([`${FIRST}-cantines-lyon-vaise.eml`]);
    expect(existsSync(statePath())).toBe(false);
    expect(server.delivered).toEqual([]);
  });

  test('an error in an entry stops everything, and names it; what is missing is said', async () => {
    await expect(run(FIRST, { env: {} })).rejects.toThrow('SITE_URL n’est pas donnée');
    site.write('cantines', 'b', { status: 'inconnu' });
    expect((await run(FIRST)).words).toContain('content/cantines/b.md');
    expect(server.delivered).toEqual([]);
  });

  test('the memory holds no address', async () => {
    await run(FIRST);
    expect(readFileSync(statePath(), 'utf8')).not.toContain('@');
  });
});
