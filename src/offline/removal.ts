import type { WorkerScope } from './worker-scope.ts';

/** The service worker that undoes the other one: `OFFLINE=off` serves it in its place. */
declare const CACHE_PREFIX: string;
declare const self: WorkerScope;

async function remove(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(CACHE_PREFIX)) await caches.delete(name);
  await self.registration.unregister();
}

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(remove());
});
