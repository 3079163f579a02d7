import type { FetchEvent, WorkerScope } from './worker-scope.ts';

/**
 * The service worker, for those who asked to keep the list offline. The network always answers first;
 * what was kept only stands in when it does not. Served by src/pages/sw.js.ts, which writes these names
 * before it: a classic script can import nothing.
 */
declare const CACHE: string;
declare const CACHE_PREFIX: string;
declare const KEPT_SHARD: RegExp;
declare const self: WorkerScope;

const LIST = '/cantines/';
const STAND_IN = '/hors-ligne/';
/** What every search of a place asks for. */
const PLACES = ['/lieux/index.json', '/lieux/zones.json', '/lieux/voisins.json'];
/** How many of the other files of places stay, the latest: 30 kB at most, each. */
const MOST_SHARDS = 40;

/** Keeps a page or a script, and the hashed files that it needs at once. */
async function keep(cache: Cache, path: string, seen: Set<string>): Promise<void> {
  if (seen.has(path)) return;
  seen.add(path);
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await cache.put(path, response.clone());
  if (!/html|script/.test(response.headers.get('content-type') ?? '')) return;
  const text = await response.text();
  // What comes on demand too, for a place to be looked up, but the detailed map: its tiles are elsewhere.
  const needed = text.matchAll(
    /["'(=](\/_astro\/[^"')\s>]+)|(?:from|import)\s*["']\.(\/[^"']+)|import\(["'`]\.(\/(?:choosing|geolocation|keeping)\.[^"'`]+)/g,
  );
  await Promise.all(
    [...needed].map(([, file, script, later]) => keep(cache, file ?? `/_astro${script ?? later}`, seen)),
  );
}

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  const seen = new Set<string>();
  await keep(cache, STAND_IN, seen);
  await keep(cache, LIST, seen);
  await Promise.all(PLACES.map((path) => keep(cache, path, seen)));
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const name of await caches.keys()) {
    if (!name.startsWith(CACHE_PREFIX) || name === CACHE) continue;
    // The fiches that were opened stay, until the network brings newer ones.
    const old = await caches.open(name);
    for (const request of await old.keys()) {
      const kept = await old.match(request);
      if (kept && !(await cache.match(request))) await cache.put(request, kept);
    }
    await caches.delete(name);
  }
  await self.clients.claim();
}

/** Keeps an answer; of the files of places, the oldest leave. */
async function put(cache: Cache, path: string, response: Response): Promise<void> {
  await cache.put(path, response);
  if (!KEPT_SHARD.test(path)) return;
  const shards = (await cache.keys()).filter(({ url }) => KEPT_SHARD.test(new URL(url).pathname));
  await Promise.all(shards.slice(0, -MOST_SHARDS).map((shard) => cache.delete(shard)));
}

/**
 * The network, else what was kept of this address, else the page that stands in for all. A server in trouble (5xx) is
 * no answer either, where something was kept; that a page is no longer there (404, 410) is one.
 */
async function answer(event: FetchEvent, path: string, isPage: boolean): Promise<Response> {
  // Once its owner has cleared the device, a worker that lives on a little writes nothing more.
  const cache = (await caches.has(CACHE)) ? await caches.open(CACHE) : undefined;
  try {
    const response = await fetch(event.request);
    // The address without its question: a page is the same for all, and what one looked for is kept nowhere.
    if (cache && response.status === 200 && (!isPage || (path.startsWith(LIST) && path.endsWith('/')))) {
      event.waitUntil(put(cache, path, response.clone()).catch(() => undefined));
    }
    return (response.status >= 500 && (await cache?.match(path))) || response;
  } catch {
    const kept = (await cache?.match(path)) ?? (isPage ? await cache?.match(STAND_IN) : undefined);
    return kept ?? Response.error();
  }
}

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  const isPage = mode === 'navigate';
  const isKept = pathname.startsWith('/_astro/') || PLACES.includes(pathname) || KEPT_SHARD.test(pathname);
  if (method !== 'GET' || origin !== self.location.origin || !(isPage || isKept)) return;
  event.respondWith(answer(event, pathname, isPage));
});
