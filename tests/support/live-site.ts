import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSecurityPolicy, type Backend, type Workflow } from '#admin/backend.ts';
import type { CmsSettings } from '#admin/config.ts';
import { startPreview } from '#build/preview/server.ts';
import { embedJson } from '#domain/html.ts';
import type { SiteState } from '#publication/site-state.ts';
import { bundleCms } from './cms-bundle.ts';
import { distDir } from './dist.ts';

export interface LiveSite {
  url: string;
  /** What `/etat.json` says. */
  state: SiteState;
  /** Of the pages that are opened from here on. */
  workflow: Workflow;
  close: () => Promise<void>;
}

/** The built site as its host would serve it had it been built for that forge, with a state that the test sets. */
export async function startLiveSite(backend: Backend, state: SiteState): Promise<LiveSite> {
  const [preview, cms] = await Promise.all([startPreview({ dir: distDir, port: 0 }), bundleCms(backend.name)]);
  const server = createServer((request, response) => {
    // Without the answer of a forge to a login.
    const path = (request.url ?? '/').replace(/\?.*$/, '');
    if (path === '/etat.json') {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(site.state));
      return;
    }
    answer(path).then(
      ({ status, type, body }) => response.writeHead(status, { 'Content-Type': type }).end(body),
      // A page that is closed with its test asks in vain.
      () => response.destroy(),
    );
  });
  const answer = async (path: string) => {
    const bundled = path.startsWith('/_astro/cms') ? await cms.file(path) : undefined;
    if (bundled) return { status: 200, type: 'text/javascript', body: bundled };
    const response = await fetch(preview.url + path);
    const bytes = Buffer.from(await response.arrayBuffer());
    const body =
      path === '/admin/'
        ? adminFor({ backend, workflow: site.workflow, siteUrl: site.url }, cms.script, bytes.toString('utf8'))
        : bytes;
    return { status: response.status, type: response.headers.get('content-type') ?? 'text/plain', body };
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const site: LiveSite = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    workflow: 'direct',
    close: async () => {
      server.closeAllConnections();
      server.close();
      await Promise.all([preview.close(), cms.remove()]);
    },
  };
  return site;
}

/** The page of the CMS, as the variables of that forge make it. */
function adminFor(given: CmsSettings, script: string, html: string): string {
  const settings = embedJson(given);
  const policy = contentSecurityPolicy(given.backend).replaceAll('"', '&quot;');
  return html
    .replace(/\/_astro\/cms\.[\w.]+\.js/, script)
    .replace(/(id="cms-settings">)[^<]*/, (_, start: string) => start + settings)
    .replace(/(<meta http-equiv="content-security-policy" content=")[^"]*/, (_, start: string) => start + policy);
}
