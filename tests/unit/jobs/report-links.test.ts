import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keepChecked, readChecked } from '#jobs/report/cache.ts';
import { checkLinks } from '#jobs/report/links.ts';
import { isPrivate } from '#jobs/web/request.ts';
import { WAIT_MS } from '../../support/limits.ts';

let asked: string[] = [];
let pending = 0;
let most = 0;
let sent = 0;

function answer(request: IncomingMessage, response: ServerResponse): void {
  const [path = '/', method] = [request.url, request.method];
  asked.push(`${method} ${path}`);
  most = Math.max(most, ++pending);
  response.on('close', () => pending--);
  const go = (status: number, location: string) => response.writeHead(status, { location }).end();
  if (path === '/silence') return;
  if (path === '/chaine') return void go(301, '/maillon');
  if (path === '/maillon') return void go(308, '/200');
  if (path === '/passage') return void go(302, '/200');
  if (path === '/boucle') return void go(301, '/boucle');
  if (path === '/sans-head') return void response.writeHead(method === 'HEAD' ? 405 : 200).end();
  if (path === '/coupe') {
    if (method === 'HEAD') return void response.writeHead(405).end();
    response.writeHead(200, { 'content-length': '1000' }).write('début');
    return void setImmediate(() => response.destroy());
  }
  if (path === '/enorme') {
    if (method === 'HEAD') return void response.writeHead(405).end();
    const more = () => {
      while (!response.destroyed && sent < 2e9) {
        sent += 65_536;
        if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', more);
      }
    };
    response.writeHead(200);
    more();
    return;
  }
  if (path === '/remis') return void response.writeHead(asked.length === 1 ? 500 : 200).end();
  response.writeHead(Number(path.slice(1).split('-')[0])).end();
}

const server = createServer(answer);
let origin = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  most = 0;
  sent = 0;
});

// Only the server that stays silent is not waited for.
const check = (...paths: string[]) =>
  checkLinks(
    paths.map((path) => (path.startsWith('/') ? origin + path : path)),
    { pause: 0, timeout: paths.includes('/silence') ? 100 : WAIT_MS, allowPrivate: true },
  );

test.each([
  ['/200', 'alive'],
  ['/chaine', 'moved'],
  ['/passage', 'alive'],
  ['/boucle', 'unreachable'],
  ['/404', 'dead'],
  ['/410', 'dead'],
  ['/403', 'refused'],
  ['/401', 'refused'],
  ['/429', 'refused'],
  ['/sans-head', 'alive'],
  ['/remis', 'alive'],
  ['/500', 'unreachable'],
  ['/silence', 'unreachable'],
  ['/coupe', 'unreachable'],
  ['/enorme', 'alive'],
])('%s is %s', async (path, state) => {
  expect((await check(path))?.[0]?.state).toBe(state);
});

test('tells where a page has moved for good', async () => {
  expect((await check('/chaine'))?.[0]?.movedTo).toBe(`${origin}/200`);
});

test('a huge page is not downloaded', async () => {
  await check('/enorme');
  expect(sent).toBeLessThan(50e6);
});

test('asks a host one page at a time, and each page once', async () => {
  await check('/200-a', '/200-b', '/200-c', '/200-a');
  expect(asked).toEqual(['HEAD /200-a', 'HEAD /200-b', 'HEAD /200-c']);
  expect(most).toBe(1);
});

test('without a network no link is judged; with one, a name that does not resolve is dead', async () => {
  expect(await check('https://nulle-part.invalid/', 'https://ailleurs.invalid/')).toBeUndefined();
  const results = await check('https://nulle-part.invalid/', '/200');
  expect(results?.map(({ state }) => state)).toEqual(['dead', 'alive']);
});

test('asks nothing of a private network', async () => {
  const results = await checkLinks([`${origin}/200`, 'http://[::1]/', 'ftp://exemple.org/'], { pause: 0 });
  expect(results?.map(({ state }) => state)).toEqual(['unreachable', 'unreachable', 'unreachable']);
  expect(asked).toEqual([]);
});

test.each(['127.0.0.1', '10.1.2.3', '192.168.0.1', '172.31.0.1', '::1', 'fd00::1', '::ffff:10.0.0.1'])(
  '%s is private',
  (address) => expect(isPrivate(address)).toBe(true),
);

test('what was kept is told for the addresses of today; what cannot be read is as never checked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'liens-'));
  const file = join(folder, 'sous-dossier', 'liens.json');
  const dead = (url: string) => ({ url, state: 'dead' as const, why: 'la page n’existe plus (404)' });
  expect(await readChecked(file, ['https://a.exemple/'])).toBeUndefined();
  keepChecked(file, { checkedOn: '2026-11-21', results: [dead('https://a.exemple/'), dead('https://b.exemple/')] });
  expect((await readChecked(file, ['https://a.exemple/']))?.results).toEqual([dead('https://a.exemple/')]);
  writeFileSync(file, '{"checkedOn":');
  expect(await readChecked(file, ['https://a.exemple/'])).toBeUndefined();
  rmSync(folder, { recursive: true });
});
