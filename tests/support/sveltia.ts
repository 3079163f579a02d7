import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { cmsConfig } from '#admin/config.ts';
import { networkContent, projectRoot } from './folders.ts';

const PROXY = { name: 'proxy', branch: 'main' } as const;

const PACKAGE = join(projectRoot, 'node_modules/@sveltia/cms');

/** Where Sveltia CMS keeps the files of its test backend, in the private files of the browser. */
const FOLDER = 'sveltia-cms-test';

export interface Sveltia {
  url: string;
  close: () => Promise<void>;
}

/** A page where Sveltia CMS is given the configuration of ours, with its own backend for tests. */
export async function startSveltia(): Promise<Sveltia> {
  const ours = cmsConfig({ backend: PROXY, workflow: 'direct', siteUrl: 'https://cantines.exemple.org' });
  const config = { ...ours, backend: { name: 'test-repo' } };
  const page = `<!doctype html><html lang="fr"><title>Sveltia CMS</title>
<script type="module">
import CMS from '/dist/sveltia-cms.mjs';
CMS.init({ config: JSON.parse(await (await fetch('/config.json')).text(), ${reviver.toString()}) });
</script>`;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/') {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    if (path === '/config.json') {
      response.end(JSON.stringify(config, replacer));
      return;
    }
    readFile(join(PACKAGE, path)).then(
      (bytes) => response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** JSON knows no pattern. */
const replacer = (_key: string, value: unknown): unknown =>
  value instanceof RegExp ? { pattern: value.source, flags: value.flags } : value;
const reviver = (_key: string, value: unknown): unknown => {
  const { pattern, flags } = Object(value) as { pattern?: unknown; flags?: unknown };
  return typeof pattern === 'string' && typeof flags === 'string' ? new RegExp(pattern, flags) : value;
};

/**
 * Opens it, with no other host: what it asks of the one that serves its package, it has from the package.
 * @returns what it asked of others, as it comes
 */
export async function openSveltia(page: Page, url: string): Promise<string[]> {
  const elsewhere: string[] = [];
  await page.route(
    (asked) => !asked.href.startsWith(url) && asked.protocol.startsWith('http'),
    (route) => {
      const own = /^https:\/\/unpkg\.com\/@sveltia\/cms(?:@[\d.]+)?\/(.*)$/.exec(route.request().url())?.[1];
      if (own !== undefined) return route.fulfill({ path: join(PACKAGE, own) });
      elsewhere.push(route.request().url());
      return route.abort();
    },
  );
  await page.goto(url);
  return elsewhere;
}

/** Puts the content of the frozen network where the test backend reads it; the page is on the site already. */
export async function fillTestBackend(page: Page): Promise<void> {
  const paths = await readdir(networkContent, { recursive: true });
  const files = await Promise.all(
    paths
      .filter((path) => path.endsWith('.md'))
      .map(async (path) => ({
        path: ['content', ...path.split(/[\\/]/)],
        text: await readFile(join(networkContent, path), 'utf8'),
      })),
  );
  await page.evaluate(
    async ([folder, all]) => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });
      for (const { path, text } of all) {
        let directory = root;
        for (const name of path.slice(0, -1)) directory = await directory.getDirectoryHandle(name, { create: true });
        const file = await directory.getFileHandle(path.at(-1) ?? '', { create: true });
        const writable = await file.createWritable();
        await writable.write(text);
        await writable.close();
      }
    },
    [FOLDER, files] as const,
  );
}
