import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { parse } from 'parse5';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readStop } from '#funding/alerts/stop-link.ts';
import { whoAsksToStop } from '#jobs/alerts/who-stops.ts';
import { takeLock } from '#jobs/mail/lock.ts';
import { runAlertMail, type AlertRun } from '#jobs/alerts/run.ts';
import { ALERTS } from '#jobs/alerts/state.ts';
import { readSmtp } from '#jobs/mail/env.ts';
import { sendingThrough } from '#jobs/mail/smtp.ts';
import { mailSite, type MailSite } from '../../support/mail-content.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';

const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 20_000 };
vi.setConfig({ testTimeout: 30_000 });

const MONDAY = '2026-11-23';
const vaise = { email: 'vaise@cantines.example', frequency: 'weekly' };
const croix = { email: 'croix-rousse@cantines.example', frequency: 'weekly' };

let site: MailSite;
let server: MailServer;
let env: Record<string, string>;

beforeEach(async () => {
  site = mailSite();
  server = await startMailServer();
  env = {
    SMTP_URL: server.url,
    MAIL_FROM: 'Les Petites Cantines <veille@reseau.example>',
    SITE_URL: 'https://www.exemple.org',
  };
  site.write('cantines', 'vaise', { title: 'Vaise', alerts: vaise });
  site.write('opportunities', 'appel-un', { title: 'Appel un', rhythm: 'permanent' });
});
afterEach(async () => {
  await server.close();
  site.clear();
});

const run = (day: string, changes: Partial<AlertRun> = {}) =>
  runAlertMail({
    now: new Date(`${day}T02:00:00Z`),
    env,
    folders: site.folders,
    statePath: site.statePath,
    patience: PATIENCE,
    ...changes,
  });
const subjects = () => server.delivered.map(({ email }) => email.subject);
const state = () => readFileSync(site.statePath, 'utf8');

describe('a message', () => {
  const title = 'Fête de l’œuf 🍲 — « à la coque »';
  const summary = `Un résumé ${'très '.repeat(40)}long.`;

  beforeEach(() => {
    site.write('opportunities', 'appel-un', {
      title,
      summary,
      windows: [{ opensOn: '2026-11-01', closesOn: '2026-12-31', note: 'à midi' }],
      amounts: { min: 1000, max: 12500 },
      fundedShare: 80,
      'eligibility.approvals': ['jep'],
      officialUrl: 'https://financeur.example/appel?a=1&b=é',
      confidence: 'low',
    });
  });

  test('says in text and in HTML all that one needs, accents and emoji kept', async () => {
    await run(MONDAY);
    expect(server.delivered).toHaveLength(1);
    const { email } = server.delivered[0] ?? {};
    const body = textOf(parse(email?.html ?? ''));
    const facts = [
      title,
      summary,
      'jeudi 31 décembre 2026, à midi (dans 38 jours)',
      'de 1 000 € à 12 500 € ; jusqu’à 80 % du projet',
      'Type : prix',
      'Financeur : L’ADEME',
      'Peut-être, cela pourrait convenir à la cantine de Vaise',
      'À vérifier : agrément jeunesse et éducation populaire.',
      'Ouvert à toute la France.',
      'information ancienne, à confirmer',
      'La fiche de la cantine de Vaise demande des alertes de financement à cette adresse',
      'Pourquoi vous recevez cet e-mail',
      'écrivez à veille@reseau.example',
    ];
    for (const [name, shown] of [
      ['text', email?.text ?? ''],
      ['html', body],
    ] as const) {
      for (const fact of facts) expect(plain(shown), name).toContain(fact);
    }
    expect(email?.text).toContain('https://www.exemple.org/financements/appel-un/');
    expect(email?.text).toContain('https://financeur.example/appel?a=1&b=é');
    expect(email?.html).toContain('href="https://www.exemple.org/financements/appel-un/"');
    expect(email?.html).toContain('href="https://financeur.example/appel?a=1&amp;b=é"');
    expect(email?.subject).toBe('Votre première veille\u00a0: 1\u00a0financement — Vaise');
  });

  test('is valid HTML, without an image, a script or anything from elsewhere', async () => {
    await run(MONDAY);
    const html = server.delivered[0]?.email.html ?? '';
    const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(html);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
    expect(html).not.toMatch(/<img|<script|<link|src=|url\(|@import/i);
  });

  test('has the headers of an automatic letter that one can leave', async () => {
    env['MAIL_UNSUBSCRIBE'] = 'bonjour@reseau.example';
    await run(MONDAY);
    const { email, raw } = server.delivered[0] ?? {};
    const header = (name: string) => email?.headers.find(({ key }) => key === name)?.value;
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('list-id')).toBe('Veille des financements <veille.reseau.example>');
    const stop = /^<(mailto:[^>]+)>$/.exec(header('list-unsubscribe') ?? '')?.[1] ?? '';
    expect(new URL(stop).pathname).toBe('bonjour@reseau.example');
    expect(new URL(stop).searchParams.get('subject')).toBe('Arrêter les alertes de financement : Vaise');
    expect(header('precedence')).toBeUndefined();
    expect(email?.from).toMatchObject({ name: 'Les Petites Cantines', address: 'veille@reseau.example' });
    expect(email?.to).toMatchObject([{ address: vaise.email }]);
    expect(email?.messageId).toMatch(/^<alerte\.[0-9a-f]{32}@reseau\.example>$/);
    expect(Math.max(...(raw ?? '').split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  test('what an entry holds never becomes markup', async () => {
    site.write('opportunities', 'appel-un', { title: '<b>a</b> & "c"', rhythm: 'permanent' });
    await run(MONDAY);
    expect(server.delivered[0]?.email.html).not.toContain('<b>a</b>');
    expect(server.delivered[0]?.email.text).toContain('<b>a</b> & "c"');
  });
});

describe('who receives what', () => {
  test('two cantines, a team that prepares one and the network, each its own', async () => {
    site.write('cantines', 'croix', { title: 'Croix', status: 'preparing', alerts: croix });
    site.write('settings', 'site', {
      telephone: '04 72 00 00 00',
      alerts: { email: 'reseau@reseau.example', frequency: 'monthly' },
    });
    site.write('opportunities', 'deux', { rhythm: 'permanent', audience: ['cantine-en-montage'] });
    site.write('opportunities', 'trois', { rhythm: 'permanent', audience: ['reseau', 'cantine-ouverte'] });
    expect(await run(MONDAY)).toMatchObject({ failed: false });
    const got = Object.fromEntries(
      server.delivered.map(({ to, raw: _, email }) => [
        to,
        [...(email.text ?? '').matchAll(/financements\/((?:cantine\/)?[a-z-]+)\//g)].map(([, slug]) => slug),
      ]),
    );
    expect(got).toEqual({
      'reseau@reseau.example': ['trois'],
      [croix.email]: ['deux', 'cantine/croix'],
      [vaise.email]: ['appel-un', 'trois', 'cantine/vaise'],
    });
  });

  test('nobody for a draft, an example once live, a closed cantine, or without the field', async () => {
    site.write('cantines', 'vaise', { alerts: vaise, draft: true });
    site.write('cantines', 'b', { alerts: vaise, demo: true });
    site.write('cantines', 'c', { alerts: vaise, status: 'closed' });
    site.write('cantines', 'd');
    expect((await run(MONDAY)).words).toContain('personne n’en demande');
    expect(server.delivered).toEqual([]);
  });

  test('examples are announced before the site is live, and say so', async () => {
    env['SITE_URL'] = 'http://localhost:4321';
    site.write('opportunities', 'appel-un', { rhythm: 'permanent', demo: true });
    await run(MONDAY);
    expect(server.delivered[0]?.email.text).toContain('Un appel (exemple)');
    env['SITE_URL'] = 'https://www.exemple.org';
    site.write('opportunities', 'deux', { rhythm: 'permanent', demo: true });
    site.write('opportunities', 'trois', { rhythm: 'permanent', draft: true });
    await run('2026-11-30');
    expect(server.delivered).toHaveLength(1);
  });

  test('leads to the page that asks to stop, where the site takes forms', async () => {
    const url = 'https://formulaires.exemple.org/envoi';
    site.write('settings', 'site', { telephone: '04 72 00 00 00', forms: { url, retention: 'Un an.' } });
    await run(MONDAY);
    const { email } = server.delivered[0] ?? {};
    const header = email?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
    const [, page = '', letter] = /^<(https:[^>]+)>,\s*<(mailto:[^>]+)>$/.exec(header) ?? [];
    expect(letter).toContain('veille@reseau.example');
    const { origin, pathname, search, hash } = new URL(page);
    expect([origin, pathname, search]).toEqual(['https://www.exemple.org', '/alertes/arret/', '']);
    const stop = readStop(hash);
    expect(stop?.name).toBe('Vaise');
    expect(page).not.toContain('cantines.example');
    expect(email?.text).toContain(`Arrêter ces alertes\u00a0: ${page}`);
    expect(email?.html).toContain(page.replaceAll('&', '&amp;'));
    expect(email?.headers.map(({ key }) => key)).not.toContain('list-unsubscribe-post');
    const asked = { folders: site.folders, statePath: site.statePath };
    expect(await whoAsksToStop(stop?.code ?? '', asked)).toEqual({
      failed: false,
      words: 'Ce code est celui de Vaise. Videz « Alertes de financement » dans content/cantines/vaise.md.',
    });
    expect((await whoAsksToStop('0'.repeat(32), asked)).failed).toBe(true);
    // The code of a recipient stays: the link of an old e-mail still leads.
    site.write('opportunities', 'appel-deux', { title: 'Appel deux', rhythm: 'permanent' });
    await run('2026-11-30');
    expect(server.delivered[1]?.email.text).toContain(page);
  });

  test('an error in an entry stops everything, and names it', async () => {
    site.write('opportunities', 'deux', { kind: 'inconnu' });
    const { failed, words } = await run(MONDAY);
    expect(failed).toBe(true);
    expect(words).toContain('content/opportunities/deux.md');
    expect(words).toContain('Aucune alerte n’est envoyée');
    expect(server.delivered).toEqual([]);
    expect(existsSync(site.statePath)).toBe(false);
  });
});

describe('run after run', () => {
  test('twice: nothing the second time', async () => {
    await run(MONDAY);
    const before = state();
    expect((await run(MONDAY)).words).toContain('rien à envoyer aujourd’hui');
    expect(state()).toBe(before);
    expect(server.delivered).toHaveLength(1);
  });

  test('a new opportunity waits for Monday; ten days late, it is told once', async () => {
    await run(MONDAY);
    site.write('opportunities', 'deux', { title: 'Appel deux', rhythm: 'permanent' });
    await run('2026-11-25');
    expect(server.delivered).toHaveLength(1);
    await run('2026-12-10');
    await run('2026-12-11');
    expect(subjects().slice(1)).toEqual(['1\u00a0nouveau financement — Vaise']);
    expect(server.delivered[1]?.email.text).toContain('Appel deux');
    expect(server.delivered[1]?.email.text).not.toContain('Appel un');
  });

  test('a withdrawn opportunity is told no more; a cantine that closes hears nothing more', async () => {
    await run(MONDAY);
    site.write('opportunities', 'deux', { windows: [{ closesOn: '2026-12-20' }] });
    site.remove('opportunities', 'deux');
    await run('2026-12-07');
    site.write('opportunities', 'trois', { windows: [{ closesOn: '2026-12-20' }] });
    site.write('cantines', 'vaise', { title: 'Vaise', status: 'closed', alerts: vaise });
    await run('2026-12-14');
    expect(server.delivered).toHaveLength(1);
  });

  test('a file of the old state or none: never half a state', async () => {
    await run(MONDAY);
    expect(readdirSync(dirname(site.statePath))).toEqual(['watch-mail.json']);
    expect(() => JSON.parse(state()) as unknown).not.toThrow();
  });
});

describe('failures', () => {
  beforeEach(() => {
    site.write('cantines', 'croix', { title: 'Croix', alerts: croix });
  });

  test('a refused recipient: the others go on, and the third time it is told louder', async () => {
    server.refused.set(croix.email, 550);
    const first = await run(MONDAY);
    expect(first.failed).toBe(false);
    expect(first.words).toContain('1\u00a0e-mail parti, 1\u00a0non parti');
    expect(first.words).toContain('Croix : refusé par le serveur (« 550 Non merci »), une première fois');
    expect(server.delivered.map(({ to }) => to)).toEqual([vaise.email]);
    await run('2026-11-24');
    const third = await run('2026-11-25');
    expect(third.failed).toBe(true);
    expect(third.words).toContain('ATTENTION : l’adresse de Croix est refusée depuis 3\u00a0passages.');
    server.refused.clear();
    expect(await run('2026-11-26')).toMatchObject({ failed: false });
    expect(server.delivered.map(({ to }) => to)).toEqual([vaise.email, croix.email]);
  });

  test('a corrected address starts afresh', async () => {
    server.refused.set(croix.email, 550);
    await run(MONDAY);
    await run('2026-11-24');
    const other = { ...croix, email: 'cantine@cantines.example' };
    server.refused.set(other.email, 550);
    site.write('cantines', 'croix', { title: 'Croix', alerts: other });
    expect((await run('2026-11-25')).words).toContain('une première fois');
  });

  test('a mailbox that is full for now: told, tried again, the job fails', async () => {
    server.refused.set(croix.email, 452);
    const { failed, words } = await run(MONDAY);
    expect(failed).toBe(true);
    expect(words).toContain('Croix : remis à plus tard par le serveur');
    server.refused.clear();
    expect((await run('2026-11-24')).failed).toBe(false);
    expect(server.delivered.map(({ to }) => to)).toEqual([vaise.email, croix.email]);
  });

  test.each([550, 451])('a sender that the server does not want (%d): nothing more is tried', async (code) => {
    server.senders.code = code;
    const { failed, words } = await run(MONDAY);
    expect(failed).toBe(true);
    expect(words).toContain('Vérifiez MAIL_FROM');
    expect(words).toContain('2\u00a0non partis');
    server.senders.code = 0;
    await run('2026-11-24');
    expect(server.delivered).toHaveLength(2);
  });

  test('cut before the last line: not accepted, sent by the next run under the same name', async () => {
    server.moods.push('cut before the end');
    const { failed, words } = await run(MONDAY);
    expect(failed).toBe(true);
    expect(words).toContain('s’est rompue avant la réponse du serveur');
    expect(server.delivered).toHaveLength(1);
    await run('2026-11-24');
    await run('2026-11-25');
    expect(server.delivered.map(({ to }) => to)).toEqual([vaise.email, croix.email]);
  });

  test('cut after the server took it: sent again as the same message, once', async () => {
    server.moods.push('cut after acceptance');
    expect((await run(MONDAY)).words).toContain('Il est peut-être arrivé');
    // What comes in the meantime is another message: the first one stays what it was.
    site.write('opportunities', 'deux', { title: 'Appel deux', windows: [{ closesOn: '2026-12-01' }] });
    await run('2026-11-24');
    await run('2026-11-25');
    const toCroix = server.delivered.filter(({ to }) => to === croix.email);
    expect(toCroix.map(({ email }) => email.subject)).toEqual([
      'Votre première veille\u00a0: 1\u00a0financement — Croix',
      'Votre première veille\u00a0: 1\u00a0financement — Croix',
      '1\u00a0nouveau financement, 1\u00a0date limite proche — Croix',
    ]);
    expect(toCroix[1]?.email.messageId).toBe(toCroix[0]?.email.messageId);
    expect(toCroix[2]?.email.messageId).not.toBe(toCroix[0]?.email.messageId);
    expect(server.delivered.filter(({ to }) => to === vaise.email)).toHaveLength(2);
  });

  test('nobody listens: a sentence, nothing marked', async () => {
    const closed = await startMailServer();
    await closed.close();
    env['SMTP_URL'] = closed.url;
    const { failed, words } = await run(MONDAY);
    expect(failed).toBe(true);
    expect(words).toContain(`Personne ne répond à 127.0.0.1:${closed.port}`);
    expect(words).toContain('rien n’est parti, 2\u00a0e-mails attendent');
    expect(existsSync(site.statePath)).toBe(false);
  });

  test('a server that never greets', async () => {
    const mute = createServer(() => undefined);
    await new Promise<void>((done) => mute.listen(0, '127.0.0.1', done));
    env['SMTP_URL'] = `smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    const { failed, words } = await run(MONDAY, { patience: { ...PATIENCE, greetingTimeout: 50 } });
    mute.close();
    expect(failed).toBe(true);
    expect(words).toContain('n’a pas répondu à temps');
    expect(existsSync(site.statePath)).toBe(false);
  });

  test.each([
    ['smtps:// to a port that does not speak TLS', 'smtps://'],
    ['a password, and a server without STARTTLS', 'smtp://a:navet-secret@'],
  ])('%s: nothing leaves in clear', async (_title, start) => {
    const smtp = readSmtp({ SMTP_URL: `${start}127.0.0.1:${server.port}` });
    const sending = sendingThrough({ ...smtp, requireTLS: true }, PATIENCE);
    const failure = await sending.check();
    sending.close();
    expect(failure?.is).toBe('stopped');
    expect(failure?.why).toContain('ne s’établit pas');
    expect(failure?.why).toContain('Vérifiez le certificat du serveur, le port');
    expect(failure?.why).not.toContain('navet-secret');
  });

  test('a certificate that nobody vouches for', async () => {
    // It says that its own certificate is no good: that is what it is here for.
    const quiet = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const server = new SMTPServer({ authOptional: true });
    quiet.mockRestore();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    server.on('error', () => undefined);
    const { port } = server.server.address() as AddressInfo;
    const sending = sendingThrough(readSmtp({ SMTP_URL: `smtp://127.0.0.1:${port}` }), PATIENCE);
    expect((await sending.check())?.why).toContain('La connexion chiffrée avec 127.0.0.1');
    await new Promise<void>((done) => server.close(done));
  });

  test('a wrong password: said without repeating it', async () => {
    const strict = await startMailServer({ user: 'veille@x', pass: 'carotte%rapée' });
    const right = strict.url;
    env['SMTP_URL'] = right.replace(encodeURIComponent('carotte%rapée'), 'navet-secret');
    const { failed, words } = await run(MONDAY);
    expect(failed).toBe(true);
    expect(words).toContain('n’accepte pas l’utilisateur et le mot de passe de SMTP_URL');
    expect(words).not.toContain('navet-secret');
    env['SMTP_URL'] = right;
    expect((await run(MONDAY)).failed).toBe(false);
    expect(strict.delivered).toHaveLength(2);
    await strict.close();
  });

  test('a state that does not read: nothing is sent, the file is left', async () => {
    await run(MONDAY);
    for (const broken of ['', '{"version":1,', '{"version":3,"recipients":{}}', '[]']) {
      writeFileSync(site.statePath, broken);
      await expect(run('2026-11-30')).rejects.toThrow(/ne se lit pas.*Rien n’est envoyé/s);
      expect(state()).toBe(broken);
    }
    expect(server.delivered).toHaveLength(2);
  });

  test('another run is at work', async () => {
    const { release } = takeLock(site.statePath, ALERTS);
    await expect(run(MONDAY)).rejects.toThrow('Un autre envoi d’alertes est en cours');
    release();
    expect((await run(MONDAY)).failed).toBe(false);
    expect(readdirSync(dirname(site.statePath))).toEqual(['watch-mail.json']);
  });
});

describe('a run that ends once the server took the message', () => {
  const command = () =>
    spawn(process.execPath, ['src/jobs/alerts/cli.ts'], {
      env: { ...process.env, ...env, CONTENT_DIR: site.folders.root, WATCH_STATE: site.statePath },
      stdio: 'ignore',
    });
  const ended = (child: ReturnType<typeof command>) => new Promise<number | null>((done) => child.on('exit', done));
  const endedBy = async (signal: NodeJS.Signals) => {
    server.moods.push('never answer');
    const child = command();
    await vi.waitUntil(() => server.delivered.length === 1, 20_000);
    const end = ended(child);
    child.kill(signal);
    await end;
  };

  test.each([
    ['killed: the next run takes its lock over', 'SIGKILL'],
    ['stopped: it gives its lock back', 'SIGTERM'],
  ] as const)('%s, and sends the same message', async (_title, signal) => {
    await endedBy(signal);
    const lock = `${site.statePath}.lock`;
    expect(existsSync(lock)).toBe(signal === 'SIGKILL');
    // As if some time had passed.
    if (signal === 'SIGKILL') utimesSync(lock, 1, 1);
    expect(await ended(command())).toBe(0);
    expect(await ended(command())).toBe(0);
    expect(server.delivered).toHaveLength(2);
    expect(server.delivered[1]?.email.messageId).toBe(server.delivered[0]?.email.messageId);
    expect(readdirSync(dirname(site.statePath))).toEqual(['watch-mail.json']);
  });
});

test('a memory that cannot be written: nothing is sent, and it says where', async () => {
  const file = join(site.folder, 'fichier');
  writeFileSync(file, '');
  await expect(run(MONDAY, { statePath: join(file, 'watch-mail.json') })).rejects.toThrow(
    /La mémoire des alertes ne s’écrit pas dans .*fichier.*Vérifiez WATCH_STATE/,
  );
  expect(server.delivered).toEqual([]);
});

test('a trial writes readable messages and remembers nothing', async () => {
  const trialFolder = join(site.folder, 'essai');
  const { words } = await run(MONDAY, { env: {}, trialFolder });
  expect(words).toContain('1\u00a0e-mail écrit');
  expect(readdirSync(trialFolder)).toEqual(['2026-11-23-cantines-vaise.eml']);
  const email = await PostalMime.parse(readFileSync(join(trialFolder, '2026-11-23-cantines-vaise.eml')));
  expect(email.subject).toBe('Votre première veille\u00a0: 1\u00a0financement — Vaise');
  expect(email.text).toContain('http://localhost:4321/financements/appel-un/');
  expect(existsSync(site.statePath)).toBe(false);
  expect(server.delivered).toEqual([]);
});

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ');

interface Node {
  nodeName: string;
  value?: string;
  childNodes?: Node[];
}

const textOf = (node: unknown): string => {
  const { nodeName, value, childNodes = [] } = node as Node;
  return nodeName === 'style' || nodeName === 'title' ? '' : (value ?? '') + childNodes.map(textOf).join('');
};
