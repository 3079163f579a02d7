import addressparser from 'nodemailer/lib/addressparser';
import { LOOPBACK_NAMES } from '#domain/loopback.ts';
import { readSite } from '#site.ts';

/** A variable of the environment is missing or ill-formed; the message is for whoever runs the job, in French. */
export class WrongSetting extends Error {}

/** Where messages are handed over. */
export interface Smtp {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps:`). */
  secure: boolean;
  auth: { user: string; pass: string } | undefined;
  /** The password would else travel in clear. */
  requireTLS: boolean;
}

/** Who writes. */
export interface Sender {
  name: string;
  address: string;
}

export interface MailSettings {
  siteUrl: string;
  live: boolean;
  from: Sender;
  /** Who is asked to stop the alerts: an address. */
  unsubscribe: string;
  /** The key of the links that ask to stop; undefined where the site takes no form. */
  stopKey?: string | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

const ADDRESS = /^[^\s@<>"(),:;]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;

/**
 * What messages say of us.
 * @param trial true to write messages without sending them: what is missing then has a stand-in
 * @throws WrongSetting
 */
export function readMailSettings(env: Env, trial: boolean): MailSettings {
  if (!trial && !env['SITE_URL']?.trim()) {
    throw missing('SITE_URL', 'l’adresse du site, pour les liens des messages', 'SITE_URL=https://www.exemple.org');
  }
  const site = asSetting(() => readSite(env));
  const from = senderOf(env['MAIL_FROM'], trial);
  return { siteUrl: site.url, live: site.live, from, unsubscribe: unsubscribeOf(env['MAIL_UNSUBSCRIBE'], from) };
}

/**
 * `SMTP_URL`: `smtps://user:password@host:port`, or `smtp:` (with STARTTLS when the server offers it, always with a
 * password). Messages never repeat what it holds beyond its scheme and host.
 * @throws WrongSetting
 */
export function readSmtp(env: Env): Smtp {
  const given = env['SMTP_URL']?.trim();
  const example = 'SMTP_URL=smtps://utilisateur:mot-de-passe@smtp.exemple.org:465';
  if (!given) throw missing('SMTP_URL', 'l’adresse du serveur qui envoie les e-mails', example);
  const wrong = (found: string) =>
    new WrongSetting(
      `SMTP_URL ne convient pas : ${found}. Attendu : smtp:// ou smtps://, un hôte, un port si besoin, et s’il faut s’identifier un utilisateur et un mot de passe (leurs @ : / # % écrits %40 %3A %2F %23 %25), par exemple ${example}`,
    );
  if (!URL.canParse(given))
    throw wrong('ce n’est pas une adresse lisible (la valeur n’est pas montrée, elle peut contenir un mot de passe)');
  const url = new URL(given);
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') throw wrong(`elle commence par « ${url.protocol} »`);
  if (url.hostname === '') throw wrong('aucun hôte n’y est nommé');
  if (!/^\/?$/.test(url.pathname) || url.search || url.hash) throw wrong('quelque chose suit l’hôte et le port');
  if ((url.username === '') !== (url.password === '')) {
    throw wrong(url.username === '' ? 'un mot de passe sans utilisateur' : 'un utilisateur sans mot de passe');
  }
  const secure = url.protocol === 'smtps:';
  const auth =
    url.username === '' ? undefined : { user: decoded(url.username, wrong), pass: decoded(url.password, wrong) };
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : auth ? 587 : 25) : Number(url.port),
    secure,
    auth,
    requireTLS: !secure && auth !== undefined && !LOOPBACK_NAMES.includes(url.hostname),
  };
}

function decoded(part: string, wrong: (found: string) => WrongSetting): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw wrong('un % n’y est pas suivi de deux chiffres');
  }
}

function senderOf(written: string | undefined, trial: boolean): Sender {
  const given = written?.trim();
  const example = 'MAIL_FROM="Les Petites Cantines <veille@exemple.org>"';
  if (!given) {
    if (trial) return { name: 'Les Petites Cantines', address: 'veille@exemple.invalid' };
    throw missing('MAIL_FROM', 'l’adresse qui écrit', example);
  }
  const [first, ...others] = addressparser(given, { flatten: true });
  if (!first || others.length > 0 || !ADDRESS.test(first.address)) {
    throw new WrongSetting(
      `MAIL_FROM vaut « ${given} ». Attendu : une seule adresse e-mail, avec ou sans nom, par exemple ${example}`,
    );
  }
  return { name: first.name || 'Les Petites Cantines', address: first.address };
}

function unsubscribeOf(written: string | undefined, from: Sender): string {
  const given = written?.trim();
  if (!given) return from.address;
  if (ADDRESS.test(given)) return given;
  throw new WrongSetting(
    `MAIL_UNSUBSCRIBE vaut « ${given} ». Attendu : l’adresse e-mail à qui demander l’arrêt des alertes, par exemple MAIL_UNSUBSCRIBE=bonjour@exemple.org`,
  );
}

const missing = (name: string, meaning: string, example: string): WrongSetting =>
  new WrongSetting(`${name} n’est pas donnée. Attendu : ${meaning}, par exemple ${example}`);

function asSetting<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new WrongSetting(error instanceof Error ? error.message : String(error));
  }
}
