import { readdirSync } from 'node:fs';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { extname } from 'node:path';
import PQueue from 'p-queue';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headersFor } from '#build/hosting/rules.ts';
import { startPreview } from '#build/preview/server.ts';
import { distDir } from '../support/dist.ts';

/** Every file of the site is asked for, and every page in each way that one writes its address. */

const files = readdirSync(distDir, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/^_(?:headers|redirects)$|\.(?:br|gz)$/.test(entry.name))
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(distDir.length).replaceAll('\\', '/'))
  .toSorted();
const pages = files.filter((file) => file.endsWith('/index.html')).map((file) => file.slice(0, -'index.html'.length));

const agent = new Agent({ keepAlive: true, maxSockets: 16 });
let preview: Awaited<ReturnType<typeof startPreview>>;
beforeAll(async () => {
  preview = await startPreview({ dir: distDir, port: 0 });
});
afterAll(async () => {
  agent.destroy();
  await preview.close();
});

const head = (path: string) =>
  new Promise<{ path: string; status: number | undefined; headers: IncomingHttpHeaders }>((resolve, reject) => {
    request(preview.url + path, { method: 'HEAD', agent }, (response) => {
      response.resume();
      resolve({ path, status: response.statusCode, headers: response.headers });
    })
      .on('error', reject)
      .end();
  });

const heads = (paths: readonly string[]) =>
  new PQueue({ concurrency: 16 }).addAll(paths.map((path) => () => head(encodeURI(path))));

/** Those of the table that an answer has not, or has otherwise. */
const wrong = (headers: IncomingHttpHeaders, path: string) =>
  Object.entries(headersFor(path)).filter(([name, value]) => headers[name.toLowerCase()] !== value);

test('every file has the headers of its place', async () => {
  const answers = await heads(files);
  const found = answers.map(({ path, status, headers }) => ({ path, status, wrong: wrong(headers, decodeURI(path)) }));
  expect(found.filter((answer) => answer.status !== 200 || answer.wrong.length > 0)).toEqual([]);
});

test('every page has them at its address, and its other writings lead there', async () => {
  for (const { path, status, headers } of await heads(pages))
    expect({ path, status, wrong: wrong(headers, decodeURI(path)) }).toEqual({ path, status: 200, wrong: [] });
  const bare = await heads(pages.filter((path) => path !== '/').map((path) => path.slice(0, -1)));
  for (const { path, status, headers } of bare) {
    expect({ path, status, to: headers['location'] }).toEqual({ path, status: 301, to: `${path}/` });
    expect(headers['content-security-policy']).toMatch(/frame-ancestors/);
  }
});

test('a page that is not there has those of a page', async () => {
  for (const { status, headers } of await heads(['/absente', '/absente/', '/cantines.html', '/cantines/absente/'])) {
    expect(status).toBe(404);
    expect(headers['content-security-policy']).toBe("frame-ancestors 'self'");
    expect(headers['cache-control']).toBe('no-cache');
  }
});

test.each([
  ['.html', /^text\/html;\s*charset=utf-8$/],
  ['.ics', /^text\/calendar; charset=utf-8$/],
  ['.vcf', /^text\/vcard; charset=utf-8$/],
  ['.csv', /^text\/csv; charset=utf-8$/],
  ['.geojson', /^application\/geo\+json; charset=utf-8$/],
  ['.json', /^application\/(?:feed\+|vnd\.citationstyles\.csl\+)?json(?:; charset=utf-8)?$/],
  ['.bib', /^application\/x-bibtex; charset=utf-8$/],
  ['.xml', /^(?:application|text)\/(?:atom\+)?xml(?:; charset=utf-8)?$/],
  ['.webmanifest', /^application\/manifest\+json$/],
  ['.docx', /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document$/],
  ['.xlsx', /^application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet$/],
  ['.js', /^text\/javascript/],
  ['.svg', /^image\/svg\+xml$/],
  ['.png', /^image\/png$/],
])('a file in %s says its type', async (extension, type) => {
  const answers = await heads(files.filter((file) => extname(file) === extension));
  expect(answers.filter(({ headers }) => !type.test(headers['content-type'] ?? '')).map(({ path }) => path)).toEqual(
    [],
  );
});
