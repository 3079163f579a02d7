/** nginx and Caddy, configured by their recipes over the frozen network: they say what the preview says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { extname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TYPES } from '#build/hosting/types.ts';
import { hostRules } from '#build/hosting/read-headers.ts';
import { startPreview } from '#build/preview/server.ts';
import { networkDist } from '../support/folders.ts';
import { startServer, type ServerName, type WebServer } from '../support/web-servers.ts';

/** Every path that visitors may ask: a page by its folder. */
const PATHS = readdirSync(networkDist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(?:br|gz)$|^_(?:headers|redirects)$/.test(entry.name))
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(networkDist.length)
      .replace(/\/index\.html$/, '/'),
  )
  .toSorted();
const HEADERS = readFileSync(join(networkDist, '_headers'), 'utf8');
const NAMES = hostRules(HEADERS).headers.map(({ name }) => name.toLowerCase());

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Without fetch, which decodes the body and chooses the encodings. */
const get = (origin: string, path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request(origin + encodeURI(path), { headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });

const fileOf = (path: string) => join(networkDist, path.endsWith('/') ? `${path}index.html` : path);
const saidBy = ({ headers }: Answer) => Object.fromEntries(NAMES.map((name) => [name, headers[name]]));

let preview: Awaited<ReturnType<typeof startPreview>>;
beforeAll(async () => {
  preview = await startPreview({ dir: networkDist, port: 0 });
});
afterAll(() => preview.close());

test('each kind of file that is built has a type', () => {
  const kinds = new Set(PATHS.map((path) => extname(fileOf(path)).slice(1)));
  // Pagefind reads its own index, whatever its type.
  expect([...kinds].filter((kind) => !(kind in TYPES) && !/^(?:pf_|pagefind)/.test(kind))).toEqual([]);
});

describe.each<ServerName>(['nginx', 'caddy'])('%s', (name) => {
  let server: WebServer;
  beforeAll(async () => {
    server = await startServer(name, networkDist);
  });
  afterAll(() => server.close());

  test('every built file carries the headers of the preview, and its own type', async () => {
    const wrong: string[] = [];
    for (const path of PATHS) {
      const [ours, theirs] = await Promise.all([get(preview.url, path), get(server.url, path)]);
      if (theirs.status !== 200) wrong.push(`${path}: ${theirs.status}`);
      const [expected, found] = [saidBy(ours), saidBy(theirs)].map((said) => JSON.stringify(said));
      if (expected !== found) wrong.push(`${path}: ${found} instead of ${expected}`);
      const type = (theirs.headers['content-type'] ?? '').replaceAll(' ', '').toLowerCase();
      const told = hostRules(HEADERS).types.find((rule) => rule.path === path)?.value;
      const right = (told ?? TYPES[extname(fileOf(path)).slice(1)])?.replaceAll(' ', '').toLowerCase();
      if (right !== undefined && type !== right) wrong.push(`${path}: ${type} instead of ${right}`);
      if (!theirs.body.equals(readFileSync(fileOf(path)))) wrong.push(`${path}: another body`);
    }
    expect(wrong).toEqual([]);
  });

  test('sends what the build has compressed, as the browser asks', async () => {
    const wrong: string[] = [];
    const compressed = PATHS.filter((path) => existsSync(`${fileOf(path)}.br`) && existsSync(`${fileOf(path)}.gz`));
    for (const path of compressed) {
      const [both, gzip] = await Promise.all([
        get(server.url, path, { 'Accept-Encoding': 'gzip, deflate, br' }),
        get(server.url, path, { 'Accept-Encoding': 'gzip' }),
      ]);
      if (both.headers['content-encoding'] !== 'br' || gzip.headers['content-encoding'] !== 'gzip')
        wrong.push(`${path}: ${both.headers['content-encoding']}, ${gzip.headers['content-encoding']}`);
      else if (!brotliDecompressSync(both.body).equals(gunzipSync(gzip.body))) wrong.push(`${path}: two bodies`);
      if (!/accept-encoding/i.test(both.headers.vary ?? '')) wrong.push(`${path}: Vary ${both.headers.vary}`);
      if (JSON.stringify(saidBy(both)) !== JSON.stringify(saidBy(gzip))) wrong.push(`${path}: two sets of headers`);
    }
    expect(compressed.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  test.each(['/', '/cantines/', '/sessions.ics', '/_astro/'])(
    'a copy that is still right is not sent again: %s',
    async (start) => {
      const path = PATHS.find((each) => each === start || (start === '/_astro/' && each.startsWith(start))) ?? '';
      const first = await get(server.url, path);
      const etag = first.headers.etag ?? '';
      expect(etag).not.toBe('');
      const again = await get(server.url, path, { 'If-None-Match': etag });
      expect(again.status).toBe(304);
      expect(again.body).toHaveLength(0);
      expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
    },
  );

  test.each(['/inconnue/', '/inconnue', '/inconnue.ics', '/_headers', '/_redirects'])(
    '%s is not there: 404, with its page',
    async (path) => {
      const { status, headers, body } = await get(server.url, path);
      expect(status).toBe(404);
      expect(headers['content-type']).toMatch(/^text\/html/);
      expect(body.equals(readFileSync(join(networkDist, '404.html')))).toBe(true);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toBe("frame-ancestors 'self'");
      expect(headers['cache-control']).toBe('no-cache');
    },
  );

  test('a page without its final slash is elsewhere', async () => {
    const { status, headers } = await get(server.url, '/cantines');
    expect([301, 308]).toContain(status);
    expect(headers.location).toBe('/cantines/');
  });

  test('a folder above the site is not served', async () => {
    for (const path of ['/../package.json', '/..%2fpackage.json', '/cantines/..%2f..%2f_headers'])
      expect((await get(server.url, path)).status).toBeGreaterThanOrEqual(400);
  });
});
