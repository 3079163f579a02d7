import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegrationLogger } from 'astro';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { precompress } from '#build/precompress.ts';
import { headersOf, parseHeaders } from '#build/preview/headers.ts';
import { startPreview } from '#build/preview/server.ts';

describe('a _headers file', () => {
  const rules = parseHeaders(`# a comment
/*
  X-All: yes

/a/*
  Cache-Control: no-cache
  X-All: again
/exact
  X-Exact: a: b
`);

  test.each([
    ['/', { 'X-All': 'yes' }],
    ['/a/', { 'X-All': 'yes, again', 'Cache-Control': 'no-cache' }],
    ['/a/b/c.html', { 'X-All': 'yes, again', 'Cache-Control': 'no-cache' }],
    ['/exact', { 'X-All': 'yes', 'X-Exact': 'a: b' }],
    ['/exact/', { 'X-All': 'yes' }],
  ])('%s', (path, headers) => {
    expect(Object.fromEntries(headersOf(rules, path))).toEqual(headers);
  });

  test('a line that is neither a path nor a header is told', () => {
    expect(() => parseHeaders('/*\nX-All: yes')).toThrow(/line 2/);
  });
});

describe('the preview server', () => {
  let dir = '';
  let preview: Awaited<ReturnType<typeof startPreview>>;
  const long = `<!doctype html><title>Long</title>${'été '.repeat(1000)}`;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'preview-'));
    await mkdir(join(dir, 'page'));
    await Promise.all([
      writeFile(join(dir, 'index.html'), '<!doctype html><title>Accueil</title>'),
      writeFile(join(dir, 'page/index.html'), long),
      writeFile(join(dir, '404.html'), '<!doctype html><title>Absente</title>'),
      writeFile(join(dir, '_headers'), '/*\n  X-Content-Type-Options: nosniff\n/page/*\n  Cache-Control: no-cache\n'),
    ]);
    const logger = { info: () => undefined } as unknown as AstroIntegrationLogger;
    const compress = precompress().hooks['astro:build:done'] as (options: object) => Promise<void>;
    await compress({ dir: pathToFileURL(`${dir}/`), logger });
    preview = await startPreview({ dir, port: 0 });
  });
  afterAll(async () => {
    await preview.close();
    await rm(dir, { recursive: true });
  });

  /** Without fetch, which decodes the body and chooses the encodings. */
  const get = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; bytes: number }>(
      (resolve, reject) => {
        request(preview.url + path, { headers }, (response) => {
          let bytes = 0;
          response.on('data', (chunk: Buffer) => (bytes += chunk.length));
          response.on('end', () => {
            resolve({ status: response.statusCode, headers: response.headers, bytes });
          });
        })
          .on('error', reject)
          .end();
      },
    );

  test('serves pages with the headers of the host', async () => {
    const { status, headers } = await get('/page/');
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache' });
    expect(headers['content-type']).toMatch(/^text\/html/);
  });

  test.each(['br', 'gzip'])('serves the %s file to who accepts it', async (encoding) => {
    const { headers, bytes } = await get('/page/', { 'accept-encoding': encoding });
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' });
    expect(bytes).toBeLessThan(long.length / 10);
  });

  test('serves a small file as it is', async () => {
    const { headers } = await get('/', { 'accept-encoding': 'br, gzip' });
    expect(headers['content-encoding']).toBeUndefined();
  });

  test('answers 304 to who has the page already', async () => {
    const { headers } = await get('/page/');
    const again = await get('/page/', { 'if-none-match': String(headers['etag']) });
    expect(again.status).toBe(304);
  });

  test.each(['/absente/', '/../package.json', '/%2e%2e/package.json'])(
    'answers 404 with the page for it: %s',
    async (path) => {
      const { status, headers } = await get(path);
      expect(status).toBe(404);
      expect(headers['content-type']).toMatch(/^text\/html/);
    },
  );

  test('a folder without a site is told', async () => {
    await expect(startPreview({ dir: join(dir, 'page/absent'), port: 0 })).rejects.toThrow(/npm run build/);
  });
});
