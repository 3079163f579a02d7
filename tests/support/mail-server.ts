import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/**
 * How the next message is received: taken; the connection cut before its last line, or after the server took it;
 * or taken, and the answer kept back for ever.
 */
type Mood = 'take' | 'cut before the end' | 'cut after acceptance' | 'never answer';

/** One message as its reader gets it. */
export interface Delivered {
  to: string;
  /** As it came, for what a parser hides. */
  raw: string;
  email: Email;
}

export interface MailServer {
  /** For `SMTP_URL`. */
  url: string;
  host: string;
  port: number;
  delivered: Delivered[];
  /** Of the next messages, in order; then they are taken. */
  moods: Mood[];
  /** Addresses that are answered with a code instead of 250. */
  refused: Map<string, number>;
  /** A code that answers every sender; 0 takes them. */
  senders: { code: number };
  close: () => Promise<void>;
}

const failure = (code: number) => Object.assign(new Error('Non merci'), { responseCode: code });

/** A real SMTP server, behind a relay that can cut the line in the middle of a message. */
export async function startMailServer(login?: { user: string; pass: string }): Promise<MailServer> {
  const delivered: Delivered[] = [];
  const moods: Mood[] = [];
  const refused = new Map<string, number>();
  const senders = { code: 0 };
  const server = new SMTPServer({
    disabledCommands: login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    allowInsecureAuth: true,
    authOptional: !login,
    onAuth: ({ username, password }, _session, done) => {
      if (username === login?.user && password === login?.pass) done(null, { user: username });
      else done(failure(535));
    },
    onMailFrom: (_address, _session, done) => {
      done(senders.code === 0 ? null : failure(senders.code));
    },
    onRcptTo: ({ address }, _session, done) => {
      const code = refused.get(address);
      done(code === undefined ? null : failure(code));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts);
        void PostalMime.parse(raw).then((email) => {
          for (const { address } of session.envelope.rcptTo)
            delivered.push({ to: address, raw: raw.toString(), email });
          done(null);
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const relay = createServer((client) => {
    passOn(client, connect((server.server.address() as AddressInfo).port, '127.0.0.1'), moods);
  });
  await new Promise<void>((done) => relay.listen(0, '127.0.0.1', done));
  const { port } = relay.address() as AddressInfo;
  const credentials = login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.pass)}@` : '';
  return {
    url: `smtp://${credentials}127.0.0.1:${port}`,
    host: '127.0.0.1',
    port,
    delivered,
    moods,
    refused,
    senders,
    close: async () => {
      await new Promise<void>((done) => relay.close(() => done()));
      await new Promise<void>((done) => server.close(done));
    },
  };
}

/** Passes bytes on both ways until the mood of the message says to cut. */
function passOn(client: Socket, server: Socket, moods: Mood[]): void {
  let mood: Mood | undefined;
  const cut = () => {
    client.destroy();
    server.destroy();
  };
  server.on('data', (bytes) => {
    if (mood === 'never answer' && bytes.toString().startsWith('250')) return;
    if (mood === 'cut after acceptance' && bytes.toString().startsWith('250')) {
      cut();
      return;
    }
    // « 354 »: the server waits for the message.
    if (/^354/m.test(bytes.toString())) mood = moods.shift() ?? 'take';
    client.write(bytes);
  });
  client.on('data', (bytes) => {
    if (mood === 'cut before the end') cut();
    else server.write(bytes);
  });
  for (const socket of [client, server]) {
    socket.on('error', cut);
    socket.on('close', cut);
  }
}
