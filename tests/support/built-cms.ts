import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCAL_API } from '#admin/backend.ts';
import { localCmsApp } from '#admin/local/app.ts';
import { startPreview } from '#build/preview/server.ts';
import { distDir } from './dist.ts';
import { copyNetwork } from './folders.ts';

export interface BuiltCms {
  /** `http://127.0.0.1:4601`, without a final slash. */
  url: string;
  /** The copy of the content that it writes. */
  content: string;
  close: () => Promise<void>;
}

/** The CMS of the built site, as it is bundled, writing into a copy of the frozen network. */
export async function startBuiltCms(): Promise<BuiltCms> {
  const project = await mkdtemp(join(tmpdir(), 'petites-cantines-cms-'));
  const content = await copyNetwork(project);
  const [preview, api] = await Promise.all([startPreview({ dir: distDir, port: 0 }), localCmsApp(project)]);
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith(LOCAL_API)) {
      request.url = path.replace('/admin', '');
      api(request, response);
      return;
    }
    fetch(preview.url + path)
      .then(async (answer) => {
        const type = answer.headers.get('content-type') ?? 'text/plain';
        response.writeHead(answer.status, { 'Content-Type': type }).end(Buffer.from(await answer.arrayBuffer()));
      })
      // A page that is closed with its test may still be asking for something.
      .catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    content,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await preview.close();
      await rm(project, { recursive: true, force: true });
    },
  };
}
