import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Smtp } from './env.ts';

/** What became of a message, with a French sentence when it was not accepted. */
export type MailOutcome =
  | { is: 'accepted' }
  /** A « no » for good, to this recipient or this message: the others go on. */
  | { is: 'refused'; why: string }
  /** « Not now », to this recipient: the others go on. */
  | { is: 'delayed'; why: string }
  /** No answer came to a message that was on its way: it may have been accepted. */
  | { is: 'unknown'; why: string }
  /** The server takes nothing from us: no other message is tried. */
  | { is: 'stopped'; why: string };

export type Failure = Exclude<MailOutcome, { is: 'accepted' }>;

export interface MailTransport {
  /** Connects and logs in without sending. */
  check: () => Promise<Failure | undefined>;
  send: (message: SendMailOptions) => Promise<MailOutcome>;
  close: () => void;
}

/** Milliseconds to wait for a connection, a greeting, an answer. */
export interface Patience {
  connectionTimeout: number;
  greetingTimeout: number;
  socketTimeout: number;
}

const PATIENCE: Patience = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 120_000 };

export function sendingThrough(smtp: Smtp, patience: Patience = PATIENCE): MailTransport {
  const transport = createTransport({ ...smtp, ...patience });
  return {
    check: async () => {
      try {
        await transport.verify();
        return undefined;
      } catch (error) {
        return stopOf(asSmtpError(error), smtp);
      }
    },
    send: async (message) => {
      try {
        await transport.sendMail(message);
        return { is: 'accepted' };
      } catch (error) {
        return failureOf(asSmtpError(error), smtp);
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError extends Error {
  code?: string;
  /** What the system said, when `code` is nodemailer's. */
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

const asSmtpError = (thrown: unknown): SmtpError => (thrown instanceof Error ? thrown : new Error(String(thrown)));
const whereOf = ({ host, port }: Smtp): string => `${host}:${port}`;

/** What a message came to: only an answer of the server, or no connection at all, is certain. */
function failureOf(error: SmtpError, smtp: Smtp): Failure {
  const { code = '', command = '', responseCode } = error;
  if (responseCode !== undefined && /^(?:RCPT TO|DATA)$/.test(command) && responseCode !== 421) {
    return responseCode >= 500
      ? { is: 'refused', why: `refusé par le serveur (« ${saidBy(error, smtp)} »)` }
      : { is: 'delayed', why: `remis à plus tard par le serveur (« ${saidBy(error, smtp)} »)` };
  }
  if (responseCode !== undefined || /^(?:EAUTH|EDNS|ETLS)$/.test(code) || error.originalCode === 'ECONNREFUSED') {
    return stopOf(error, smtp);
  }
  return {
    is: 'unknown',
    why: `la connexion avec ${whereOf(smtp)} s’est rompue avant la réponse du serveur (« ${saidBy(error, smtp)} »)`,
  };
}

/** Why a server takes nothing from us. */
function stopOf(error: SmtpError, smtp: Smtp): Failure {
  const { code = '', command = '', originalCode = code } = error;
  const where = whereOf(smtp);
  const said = `« ${saidBy(error, smtp)} »`;
  const stop = (why: string): Failure => ({ is: 'stopped', why });
  if (code === 'EAUTH') {
    return stop(
      `Le serveur ${where} n’accepte pas l’utilisateur et le mot de passe de SMTP_URL (${said}). Vérifiez-les, et que le compte a le droit d’envoyer.`,
    );
  }
  if (command === 'STARTTLS' || isTls(error)) {
    return stop(
      `La connexion chiffrée avec ${where} ne s’établit pas (${said}), et rien ne part en clair. Vérifiez le certificat du serveur, le port, et smtps:// (souvent 465) ou smtp:// (souvent 587) dans SMTP_URL.`,
    );
  }
  if (code === 'EDNS') {
    return stop(`L’hôte de ${where} n’existe pas, ou le DNS ne répond pas (${said}). Vérifiez SMTP_URL.`);
  }
  if (originalCode === 'ECONNREFUSED') {
    return stop(
      `Personne ne répond à ${where} (${said}). Vérifiez l’hôte et le port de SMTP_URL, et que le serveur marche.`,
    );
  }
  if (command === 'MAIL FROM') {
    return stop(`Le serveur ${where} n’accepte pas notre adresse (${said}). Vérifiez MAIL_FROM.`);
  }
  const found = error.responseCode === undefined ? 'n’a pas répondu à temps, ou a raccroché' : 'n’accepte rien de nous';
  return stop(`Le serveur ${where} ${found} (${said}). Relancez plus tard ; si cela dure, vérifiez SMTP_URL.`);
}

/** What the server or the system said; a server may repeat the password that it was given. */
function saidBy(error: SmtpError, { auth }: Smtp): string {
  const text = (error.response ?? error.message).replace(/\s+/g, ' ').trim();
  if (!auth) return text;
  const secrets = [auth.pass, Buffer.from(auth.pass).toString('base64'), encodeURIComponent(auth.pass)];
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, '•••'), text);
}

/** A certificate that nobody vouches for, or a port that does not speak TLS. */
const isTls = ({ code, originalCode = '', message }: SmtpError): boolean =>
  code === 'ETLS' ||
  /^(?:CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO_|ERR_SSL|ERR_TLS)/.test(originalCode) ||
  message.includes('SSL routines');
