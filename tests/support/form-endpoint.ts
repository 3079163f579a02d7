import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Endpoint } from '#forms/target.ts';

/**
 * A server before that of the built site, which shows its forms as a build whose settings name an endpoint writes them:
 * in the island and in the policy. A page whose answers the browser itself intercepts would not do: there, Playwright
 * grants every agreement that another origin is asked for.
 */
export interface FormFront {
  url: string;
  /** Where the built site is served. */
  behind: string;
  /** Undefined: as the settings of the built site say, nowhere. */
  endpoint: Endpoint | undefined;
  close: () => Promise<void>;
}

export async function startFormFront(): Promise<FormFront> {
  const server = createServer((request, response) => void pass(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const front: FormFront = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behind: '',
    endpoint: undefined,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };

  async function pass({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await fetch(front.behind + url, { redirect: 'manual' }).catch(() => undefined);
    if (!answer) {
      response.destroy();
      return;
    }
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => !OF_THE_WAY.has(name)));
    const body = Buffer.from(await answer.arrayBuffer());
    const isPage = (headers['content-type'] ?? '').startsWith('text/html');
    response
      .writeHead(answer.status, headers)
      .end(isPage && front.endpoint ? withEndpoint(body.toString('utf8'), front.endpoint) : body);
  }
  return front;
}

/** What is said of how a body travels, which is not how it travels here. */
const OF_THE_WAY = new Set(['content-length', 'content-encoding', 'transfer-encoding', 'connection', 'keep-alive']);

function withEndpoint(html: string, { url, encoding }: Endpoint): string {
  const endpoint = `{"url":[0,"${url}"],"encoding":[0,"${encoding}"]}`.replaceAll('"', '&quot;');
  return html
    .replace('&quot;endpoint&quot;:[0]', `&quot;endpoint&quot;:[0,${endpoint}]`)
    .replace('<send-proposal', `<send-proposal data-url="${url}" data-encoding="${encoding}"`)
    .replace('<stop-alerts', `<stop-alerts data-url="${url}" data-encoding="${encoding}"`)
    .replace(/connect-src 'self'/, `connect-src 'self' ${new URL(url).origin}`);
}
