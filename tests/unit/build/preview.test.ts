import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegrationLogger } from 'astro';
import fc from 'fast-check';
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

  test.each(['/absente/', '/absente', '/page/index', '/page/index.html/', '/_headers', `/${'a'.repeat(300)}`])(
    'answers 404 with the page for it: %s',
    async (path) => {
      const { status, headers } = await get(path);
      expect(status).toBe(404);
      expect(headers['content-type']).toMatch(/^text\/html/);
    },
  );

  test('leads to the slash at the end, with the question', async () => {
    const { status, headers } = await get('/page?q=%C3%A9');
    expect(status).toBe(301);
    expect(headers['location']).toBe('/page/?q=%C3%A9');
  });

  test.each(['/%70age/', '/page/index.html'])(
    'the headers are those of the file, however it is asked for: %s',
    async (path) => {
      const { status, headers } = await get(path);
      expect(status).toBe(200);
      expect(headers['cache-control']).toBe('no-cache');
    },
  );

  test.each(['bytes=5-2', 'bytes=0-99999999999999999999', 'bytes=x', 'bytes=-', 'octets=1-2', 'bytes=1-2,5-6'])(
    'a range that it does not serve is a whole file: %s',
    async (range) => {
      const { status, headers } = await get('/page/', { range });
      expect(status).toBe(200);
      expect(Number(headers['content-length'])).toBe(Buffer.byteLength(long));
    },
  );

  test('a range', async () => {
    const { status, headers } = await get('/page/', { range: 'bytes=0-9' });
    expect(status).toBe(206);
    expect(headers['content-length']).toBe('10');
  });

  /** The status of a request whose first line no client would write; 0 when the server hangs up. */
  const statusOf = (line: string) =>
    new Promise<number>((resolve, reject) => {
      let told = '';
      const socket = connect(Number(new URL(preview.url).port), '127.0.0.1', () => {
        socket.end(`${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`, 'latin1');
      });
      socket.on('data', (part) => (told += part.toString('latin1')));
      socket.on('close', () => {
        resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(told)?.[1] ?? 0));
      });
      socket.on('error', reject);
    });

  test.each([
    '//',
    '///',
    '/\\',
    '//x:99999/',
    'http://[',
    '/../package.json',
    '/%2e%2e/package.json',
    '/%',
    '/%00',
    '*',
  ])('answers 400 to GET %s', async (target) => {
    expect(await statusOf(`GET ${target} HTTP/1.1`)).toBe(400);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '/',
      '//',
      '\\',
      '..',
      '%2e',
      '%2F',
      '%',
      '%00',
      '%ff',
      ':',
      '@',
      '?',
      '#',
      '[',
      ']',
      'http:',
      '*',
      ' ',
      'page',
    ),
    fc.string({ maxLength: 4 }).map((text) => text.replace(/[\r\n]/g, '')),
  );

  test('no first line of a request ends it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET ', 'HEAD ', 'POST ', 'OPTIONS ', 'CONNECT ', 'TRACE ', ''),
        fc.array(piece, { maxLength: 6 }),
        fc.constantFrom(' HTTP/1.1', ' HTTP/1.0', ' HTTP/9', ''),
        async (method, pieces, version) => {
          expect(await statusOf(`${method}${pieces.join('')}${version}`)).toBeLessThan(500);
        },
      ),
      { numRuns: 300 },
    );
    expect((await get('/')).status).toBe(200);
  });

  test('a build that replaces the site meanwhile is served', async () => {
    await writeFile(join(dir, 'new.html'), '<!doctype html><title>Neuve</title>');
    expect((await get('/new.html')).status).toBe(200);
    await rm(join(dir, 'new.html'));
    expect((await get('/new.html')).status).toBe(404);
  });

  test('a folder without a site is told', async () => {
    await expect(startPreview({ dir: join(dir, 'page/absent'), port: 0 })).rejects.toThrow(/npm run build/);
  });
});
