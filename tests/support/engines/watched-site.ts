import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startPreview } from '#build/preview/server.ts';
import { distDir } from '../dist.ts';

/**
 * The built site, whose pages tell this server of their errors: WebKitGTK tells its driver nothing of the console. Each
 * has its own origin, and with it nothing of what another visitor kept.
 */
export interface WatchedSite {
  url: string;
  /** What went wrong in its pages. */
  troubles: readonly string[];
  /** Ends the server: the network is cut. */
  close: () => Promise<void>;
}

const WATCH = '/trouble.js';

/** Runs first in each page. It waits for the server, so that nothing told comes after the end of a journey. */
function watch(address: string): void {
  const tell = (words: string) => {
    const request = new XMLHttpRequest();
    request.open('POST', address, false);
    try {
      request.send(`${location.pathname}: ${words}`);
    } catch {
      // The network is cut.
    }
  };
  addEventListener(
    'error',
    (event: Event) => {
      const { target } = event;
      if (event instanceof ErrorEvent) tell(`${event.message} (${event.filename}:${event.lineno})`);
      // Firefox cannot preload a module that it has already, and says so as an error.
      else if (target instanceof Element && !target.matches('[rel=modulepreload]'))
        tell(`not loaded: ${target.outerHTML.slice(0, 200)}`);
    },
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => {
    tell(String(reason));
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    tell(`${violatedDirective} forbids ${blockedURI}`);
  });
  const { error } = console;
  console.error = (...words: unknown[]) => {
    error.apply(console, words);
    tell(words.map(String).join(' '));
  };
}

export async function startWatchedSite(): Promise<WatchedSite> {
  const preview = await startPreview({ dir: distDir, port: 0 });
  const troubles: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === WATCH) {
      if (request.method === 'POST') troubles.push((await request.setEncoding('utf8').toArray()).join(''));
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' });
      response.end(`(${watch.toString()})('${WATCH}')`);
      return;
    }
    const site = await fetch(preview.url + (request.url ?? '/'), {
      headers: { 'accept-encoding': 'identity' },
      redirect: 'manual',
    });
    const type = site.headers.get('content-type') ?? '';
    const bytes = Buffer.from(await site.arrayBuffer());
    const isPage = type.startsWith('text/html');
    const body = isPage ? bytes.toString('utf8').replace('<head>', `<head><script src="${WATCH}"></script>`) : bytes;
    for (const [name, value] of site.headers)
      if (!/^(content-length|connection|keep-alive|transfer-encoding|etag)$/.test(name))
        response.setHeader(name, value);
    response.writeHead(site.status).end(body);
  };
  const server = createServer((request, response) => {
    // A page that one leaves asks in vain.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let isOpen = true;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    troubles,
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await Promise.all([closed, preview.close()]);
    },
  };
}
