import { gzipSync } from 'node:zlib';
import { runInNewContext } from 'node:vm';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawIcon, ICONS } from '#offline/icons.ts';
import { removalWorker, workerFor } from '#offline/served.ts';

const ORIGIN = 'https://exemple.org';
type Pages = Record<string, string>;
type Stored = Map<string, Map<string, Response>>;

type Asked = string | { url: string };
const pathOf = (asked: Asked): string => new URL(typeof asked === 'string' ? asked : asked.url, ORIGIN).pathname;

/** A browser around a worker: its caches, and a network that can be cut. */
function browserWith(code: string, pages: Pages, stored: Stored = new Map()) {
  const listeners = new Map<string, (event: object) => void>();
  const network = { up: true, pages };
  const removed = { unregistered: false };
  const cacheNamed = (name: string) => {
    const entries = stored.get(name) ?? new Map<string, Response>();
    stored.set(name, entries);
    return {
      put: (asked: Asked, response: Response) => {
        entries.delete(pathOf(asked));
        return Promise.resolve(void entries.set(pathOf(asked), response));
      },
      match: (asked: Asked) => Promise.resolve(entries.get(pathOf(asked))?.clone()),
      keys: () => Promise.resolve([...entries.keys()].map((path) => ({ url: ORIGIN + path }))),
      delete: (asked: Asked) => Promise.resolve(entries.delete(pathOf(asked))),
    };
  };
  const self = {
    location: { origin: ORIGIN },
    clients: { claim: () => Promise.resolve() },
    registration: { unregister: () => Promise.resolve((removed.unregistered = true)) },
    skipWaiting: () => Promise.resolve(),
    addEventListener: (type: string, listener: (event: object) => void) => void listeners.set(type, listener),
  };
  const fetch = (asked: Asked) => {
    const path = pathOf(asked);
    if (!network.up) return Promise.reject(new TypeError('Failed to fetch'));
    const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('/') ? 'text/html' : 'font/woff2';
    const text = network.pages[path];
    const headers = { 'content-type': type };
    return Promise.resolve(new Response(text ?? 'absente', { status: text === undefined ? 404 : 200, headers }));
  };
  const caches = {
    open: (name: string) => Promise.resolve(cacheNamed(name)),
    has: (name: string) => Promise.resolve(stored.has(name)),
    keys: () => Promise.resolve([...stored.keys()]),
    delete: (name: string) => Promise.resolve(stored.delete(name)),
  };
  runInNewContext(code, { self, fetch, caches, Response, URL, Set, Promise, Error });
  const emit = async (type: string, event: object = {}): Promise<Response | undefined> => {
    const waits: Promise<unknown>[] = [];
    let answer: Promise<Response> | undefined;
    listeners.get(type)?.({
      ...event,
      waitUntil: (done: Promise<unknown>) => void waits.push(done),
      respondWith: (response: Promise<Response>) => void (answer = response),
    });
    const response = await answer;
    await Promise.all(waits);
    return response;
  };
  return {
    network,
    removed,
    emit,
    /** What the browser shows at an address; undefined when the worker leaves it to the browser. */
    visit: async (path: string, request: { method?: string; mode?: string; origin?: string } = {}) => {
      const { method = 'GET', mode = 'navigate', origin = ORIGIN } = request;
      const response = await emit('fetch', { request: { method, mode, url: origin + path } });
      return response?.type === 'error' ? 'error' : response?.text();
    },
    keptPaths: () => [...stored.values()].flatMap((entries) => [...entries.keys()]).toSorted(),
  };
}

const PAGES: Pages = {
  '/hors-ligne/': '<style>@font-face{src:url(/_astro/text.1.woff2)}</style>la liste de secours',
  '/cantines/': '<script type="module" src="/_astro/list.2.js"></script>la liste',
  '/cantines/metz/': 'la fiche',
  '/sessions/': 'les sessions',
  '/_astro/text.1.woff2': 'font',
  '/_astro/list.2.js':
    'import{a}from"./clock.3.js";const later=()=>import("./map.4.js");const place=()=>import(`./choosing.5.js`)',
  '/_astro/choosing.5.js': 'export const understand=1',
  '/_astro/clock.3.js': 'export const a=1',
  '/_astro/map.4.js': 'a large map',
  '/lieux/index.json': '{}',
  '/lieux/zones.json': '{}',
  '/lieux/voisins.json': '{}',
};

async function installed(pages: Pages = { ...PAGES }, stored: Stored = new Map(), kept: unknown = 'v1') {
  const browser = browserWith(await workerFor(kept), pages, stored);
  await browser.emit('install');
  await browser.emit('activate');
  return browser;
}

describe('the worker', () => {
  test('is small', async () => {
    expect(gzipSync(await workerFor('v1'), { level: 9 }).length).toBeLessThanOrEqual(2000);
  });

  test('keeps the two lists, what they need at once, and what looks up a place, nothing more', async () => {
    const { keptPaths } = await installed();
    expect(keptPaths()).toEqual([
      '/_astro/choosing.5.js',
      '/_astro/clock.3.js',
      '/_astro/list.2.js',
      '/_astro/text.1.woff2',
      '/cantines/',
      '/hors-ligne/',
      '/lieux/index.json',
      '/lieux/voisins.json',
      '/lieux/zones.json',
    ]);
  });

  test('keeps the places that were looked up, the latest', async () => {
    const shard = (rank: number) => `/lieux/nom-${rank}.json`;
    const { network, visit, keptPaths } = await installed();
    const look = (path: string) => visit(path, { mode: 'cors' });
    for (let rank = 0; rank < 50; rank++) {
      network.pages[shard(rank)] = `lieux ${rank}`;
      await look(shard(rank));
      // Asked for again and again: it is not among the oldest.
      await look(shard(0));
    }
    network.up = false;
    expect(await look(shard(49))).toBe('lieux 49');
    expect(await look(shard(0))).toBe('lieux 0');
    expect(await look(shard(1))).toBe('error');
    expect(await look('/lieux/index.json')).toBe('{}');
    expect(keptPaths().filter((path) => path.startsWith('/lieux/nom-'))).toHaveLength(40);
  });

  test('with a network, shows what the network says today', async () => {
    const { network, visit } = await installed();
    network.pages['/cantines/'] = 'la liste changée';
    expect(await visit('/cantines/')).toBe('la liste changée');
    network.pages['/cantines/'] = 'la liste changée encore';
    expect(await visit('/cantines/')).toBe('la liste changée encore');
  });

  test('an answer of the network is shown even when it is an error', async () => {
    const { network, visit } = await installed();
    delete network.pages['/cantines/'];
    expect(await visit('/cantines/')).toBe('absente');
    network.up = false;
    expect(await visit('/cantines/'), 'and the error is not kept').toContain('la liste');
  });

  test('without a network: the page when it was kept, whatever was looked for in it; else the list that stands in', async () => {
    const { network, visit } = await installed();
    await visit('/cantines/metz/');
    await visit('/sessions/');
    network.up = false;
    expect(await visit('/cantines/?lieu=57463')).toContain('la liste');
    expect(await visit('/cantines/metz/')).toBe('la fiche');
    expect(await visit('/cantines/lyon-vaise/')).toContain('la liste de secours');
    expect(await visit('/sessions/')).toContain('la liste de secours');
    expect(await visit('/_astro/clock.3.js', { mode: 'cors' })).toContain('export');
    expect(await visit('/_astro/autre.js', { mode: 'cors' })).toBe('error');
  });

  test('what one looked for is kept nowhere', async () => {
    const { visit, keptPaths } = await installed();
    await visit('/cantines/?lieu=57463');
    expect(keptPaths().filter((path) => path.includes('?'))).toEqual([]);
  });

  test.each([
    ['a form', '/cantines/', { method: 'POST' }],
    ['another site', '/cantines/', { origin: 'https://tuiles.exemple.net' }],
    ['data', '/cantines.json', { mode: 'cors' }],
    ['the territories of the funding', '/lieux/territoires.json', { mode: 'cors' }],
  ])('leaves %s to the browser', async (_name, path, request) => {
    const { visit } = await installed();
    expect(await visit(path, request)).toBeUndefined();
  });

  test('a new one brings its own list, keeps the fiches that were opened, and leaves what others did', async () => {
    const stored: Stored = new Map([['autre', new Map([['/x', new Response('x')]])]]);
    await installed({ ...PAGES }, stored, 'v1');
    const old = stored.get([...stored.keys()].find((name) => name !== 'autre') ?? '');
    old?.set('/cantines/metz/', new Response('ouverte hier'));
    await installed({ ...PAGES, '/hors-ligne/': 'neuve' }, stored, 'v2');
    const kept = stored.get([...stored.keys()].find((name) => name !== 'autre') ?? '');
    expect(await kept?.get('/hors-ligne/')?.clone().text()).toBe('neuve');
    expect(await kept?.get('/cantines/metz/')?.clone().text()).toBe('ouverte hier');
    expect([...stored.keys()].filter((name) => name === 'autre')).toHaveLength(1);
    expect(stored.size).toBe(2);
    expect(await workerFor('v1')).toBe(await workerFor('v1'));
    expect(await workerFor('v1')).not.toBe(await workerFor('v2'));
  });

  test('is not installed when a page is missing', async () => {
    const pages = { ...PAGES };
    delete pages['/hors-ligne/'];
    const browser = browserWith(await workerFor('v1'), pages);
    await expect(browser.emit('install')).rejects.toThrow('/hors-ligne/');
  });
});

test('the way back removes the worker and all it kept', async () => {
  const stored: Stored = new Map([['autre', new Map<string, Response>()]]);
  await installed({ ...PAGES }, stored);
  const { emit, removed } = browserWith(await removalWorker(), {}, stored);
  await emit('install');
  await emit('activate');
  expect([...stored.keys()]).toEqual(['autre']);
  expect(removed.unregistered).toBe(true);
});

test.each(Object.entries(ICONS))('the icon %s has its size, and a ground where phones cut', async (_name, icon) => {
  const { data, info } = await sharp(await drawIcon(icon))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([icon.size, icon.size]);
  expect(data[3] === 255, 'the corner is opaque').toBe(icon.ground !== undefined);
});
