import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Smtp } from './env.ts';

/** What became of a message, with a French sentence when it was not accepted. */
export type Outcome =
  | { is: 'accepted' }
  /** A « no » for good, to this recipient or this message: the others go on. */
  | { is: 'refused'; why: string }
  /** « Not now », to this recipient: the others go on. */
  | { is: 'delayed'; why: string }
  /** No answer came to a message that was on its way: it may have been accepted. */
  | { is: 'unknown'; why: string }
  /** The server takes nothing from us: no other message is tried. */
  | { is: 'stopped'; why: string };

export type Failure = Exclude<Outcome, { is: 'accepted' }>;

export interface Sending {
  /** Connects and logs in without sending. */
  check: () => Promise<Failure | undefined>;
  send: (message: SendMailOptions) => Promise<Outcome>;
  close: () => void;
}

/** Milliseconds to wait for a connection, a greeting, an answer. */
export interface Patience {
  connectionTimeout: number;
  greetingTimeout: number;
  socketTimeout: number;
}

const PATIENCE: Patience = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 120_000 };

export function sendingThrough(smtp: Smtp, patience: Patience = PATIENCE): Sending {
  const transport = createTransport({ ...smtp, ...patience });
  return {
    check: async () => {
      try {
        await transport.verify();
        return undefined;
      } catch (error) {
        // Nothing was sent: whatever the failure, it is certain.
        const { is, why } = failureOf(error, smtp);
        return { is: 'stopped', why: is === 'stopped' ? why : sayMute(error, smtp) };
      }
    },
    send: async (message) => {
      try {
        await transport.sendMail(message);
        return { is: 'accepted' };
      } catch (error) {
        return failureOf(error, smtp);
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

function failureOf(thrown: unknown, smtp: Smtp): Failure {
  const error: SmtpError = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { code = '', command = '', responseCode } = error;
  const where = `${smtp.host}:${smtp.port}`;
  const said = hidden((error.response ?? error.message).replace(/\s+/g, ' ').trim(), smtp);
  if (code === 'EAUTH') {
    return {
      is: 'stopped',
      why: `Le serveur ${where} n’accepte pas l’utilisateur et le mot de passe de SMTP_URL (« ${said} »). Vérifiez-les, et que le compte a le droit d’envoyer.`,
    };
  }
  if (responseCode !== undefined && /^(?:RCPT TO|DATA)$/.test(command) && responseCode !== 421) {
    return responseCode >= 500
      ? { is: 'refused', why: `refusé par le serveur (« ${said} »)` }
      : { is: 'delayed', why: `remis à plus tard par le serveur (« ${said} »)` };
  }
  if (responseCode !== undefined) {
    const advice =
      command === 'MAIL FROM'
        ? 'Vérifiez MAIL_FROM : le serveur doit accepter cette adresse.'
        : 'Relancez plus tard ; si cela dure, demandez à qui tient le serveur.';
    return { is: 'stopped', why: `Le serveur ${where} n’accepte rien de nous pour l’instant (« ${said} »). ${advice}` };
  }
  const system = error.originalCode ?? code;
  const reason = UNREACHABLE[system] ?? UNREACHABLE[code];
  if (reason !== undefined) return { is: 'stopped', why: `${reason(where)} (${hidden(error.message, smtp)}).` };
  return {
    is: 'unknown',
    why: `la connexion avec ${where} s’est rompue avant la réponse du serveur (${hidden(error.message, smtp)})`,
  };
}

const sayMute = (error: unknown, smtp: Smtp): string =>
  `Le serveur ${smtp.host}:${smtp.port} n’a pas répondu à temps, ou a raccroché (${hidden(String(error), smtp)}). Relancez plus tard ; si cela dure, vérifiez SMTP_URL.`;

/** Failures that happen before a message can be handed over. */
const UNREACHABLE: Readonly<Record<string, (where: string) => string>> = {
  ECONNREFUSED: (where) =>
    `Personne ne répond à ${where} : vérifiez l’hôte et le port de SMTP_URL, et que le serveur marche`,
  EHOSTUNREACH: (where) => `Le réseau ne mène pas à ${where} : vérifiez SMTP_URL`,
  ENETUNREACH: (where) => `Le réseau ne mène pas à ${where} : vérifiez SMTP_URL`,
  EDNS: (where) => `L’hôte de ${where} n’existe pas, ou le DNS ne répond pas : vérifiez SMTP_URL`,
  ETLS: (where) =>
    `La connexion chiffrée avec ${where} ne s’établit pas : vérifiez son certificat, le port, et smtps:// ou smtp:// dans SMTP_URL`,
};

/** A server may repeat what it was told. */
function hidden(text: string, { auth }: Smtp): string {
  if (!auth) return text;
  const secrets = [auth.pass, Buffer.from(auth.pass).toString('base64'), encodeURIComponent(auth.pass)];
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, '•••'), text);
}
