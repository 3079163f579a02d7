import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSecurityPolicy, type Backend } from '#admin/backend.ts';
import { startPreview } from '#build/preview/server.ts';
import { embedJson } from '#domain/html.ts';
import type { SiteState } from '#publication/site-state.ts';
import { distDir } from './dist.ts';

export interface LiveSite {
  url: string;
  /** What `/etat.json` says. */
  state: SiteState;
  close: () => Promise<void>;
}

/** The built site as its host would serve it had it been built for that forge, with a state that the test sets. */
export async function startLiveSite(backend: Backend, state: SiteState): Promise<LiveSite> {
  const preview = await startPreview({ dir: distDir, port: 0 });
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/etat.json') {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(site.state));
      return;
    }
    void fetch(preview.url + path).then(async (answer) => {
      const type = answer.headers.get('content-type') ?? 'text/plain';
      const bytes = Buffer.from(await answer.arrayBuffer());
      const body = path === '/admin/' ? adminFor(backend, site.url, bytes.toString('utf8')) : bytes;
      response.writeHead(answer.status, { 'Content-Type': type }).end(body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const site: LiveSite = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await preview.close();
    },
  };
  return site;
}

/** The page of the CMS, as the variables of that forge make it. */
function adminFor(backend: Backend, siteUrl: string, html: string): string {
  const settings = embedJson({ backend, siteUrl });
  const policy = contentSecurityPolicy(backend).replaceAll('"', '&quot;');
  return html
    .replace(/(id="cms-settings">)[^<]*/, (_, start: string) => start + settings)
    .replace(/(<meta http-equiv="content-security-policy" content=")[^"]*/, (_, start: string) => start + policy);
}
