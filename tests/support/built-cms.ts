import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { LOCAL_API } from '#admin/backend.ts';
import { localCmsApp } from '#admin/local/app.ts';
import { startPreview } from '#build/preview/server.ts';
import { launchBrowser } from './browser.ts';
import { distDir } from './dist.ts';
import { copyNetwork } from './folders.ts';
import { WAIT_MS } from './limits.ts';

interface BuiltCms {
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
    void fetch(preview.url + path).then(async (answer) => {
      const type = answer.headers.get('content-type') ?? 'text/plain';
      response.writeHead(answer.status, { 'Content-Type': type }).end(Buffer.from(await answer.arrayBuffer()));
    });
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

/** The CMS of a file of tests, and the browser that opens it. */
interface OpenCms {
  /** The folder of content that it writes. */
  content: () => string;
  /** A page of an editor whom the CMS does not know yet, of a desk unless told, in French. */
  newPage: (options?: BrowserContextOptions) => Promise<Page>;
}

/** Starts the CMS of the built site and a browser for the tests of a file. */
export function builtCms(): OpenCms {
  let cms: BuiltCms | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    cms = await startBuiltCms();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await cms?.close();
  });
  const started = (): BuiltCms => {
    if (!cms) throw new Error('The CMS is opened from within a test.');
    return cms;
  };
  return {
    content: () => started().content,
    newPage: async (options) => {
      if (!browser) throw new Error('The CMS is opened from within a test.');
      const desk = { baseURL: started().url, locale: 'fr-FR', viewport: { width: 1280, height: 900 } };
      const page = await browser.newPage({ ...desk, ...options });
      page.setDefaultTimeout(WAIT_MS);
      return page;
    },
  };
}
