/** Times the preview, nginx and Caddy on the same built pages: requests in a second, and the time of one. */
import { Agent, get } from 'node:http';
import { startPreview } from '#build/preview/server.ts';
import { networkDist } from '../support/folders.ts';
import { startServer } from '../support/web-servers.ts';

const PATHS = ['/', '/cantines/', '/cantines/lyon-vaise/', '/financements/', '/sessions.ics', '/etat.json'];
const REQUESTS = 6_000;
const AT_ONCE = 16;

/** Asks as a browser does; the milliseconds until the last byte. */
const ask = (url: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    get(url, { agent, headers: { 'Accept-Encoding': 'gzip, deflate, br' } }, (response) => {
      response.resume().on('end', () => resolve(performance.now() - started));
    }).on('error', reject);
  });

async function time(origin: string): Promise<{ perSecond: number; median: number; slow: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const durations: number[] = [];
  let next = 0;
  const visitor = async () => {
    while (next < REQUESTS) durations.push(await ask(origin + (PATHS[next++ % PATHS.length] ?? '/'), agent));
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, visitor));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  const sorted = durations.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { perSecond: durations.length / seconds, median: at(0.5), slow: at(0.99) };
}

const SERVERS = {
  preview: () => startPreview({ dir: networkDist, port: 0 }),
  nginx: () => startServer('nginx', networkDist),
  caddy: () => startServer('caddy', networkDist),
};

console.log(`${REQUESTS} requests of ${PATHS.length} addresses, ${AT_ONCE} at a time, from this machine to itself\n`);
for (const [name, start] of Object.entries(SERVERS)) {
  const server = await start();
  // Before it is timed, each file is read once.
  const agent = new Agent();
  for (const path of PATHS) await ask(server.url + path, agent);
  const runs = [await time(server.url), await time(server.url), await time(server.url)];
  await server.close();
  const [, middle] = runs.toSorted((one, other) => one.perSecond - other.perSecond);
  if (middle === undefined) continue;
  const { perSecond, median, slow } = middle;
  console.log(
    `${name.padEnd(8)} ${perSecond.toFixed(0).padStart(6)} requests/s   median ${median.toFixed(1)} ms   99 % under ${slow.toFixed(1)} ms`,
  );
}
