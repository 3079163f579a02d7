import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

interface DevServer {
  /** `http://127.0.0.1:4601`, without a final slash. */
  url: string;
  /** The copy of the content that it serves and that its CMS writes. */
  content: string;
  /** What it printed so far. */
  log: () => string;
  close: () => Promise<void>;
}

const root = join(import.meta.dirname, '../..');
const START_MS = 120_000;

/**
 * `npm start`, on a free port and on a copy of the content.
 * @throws Error with what the server printed, when it does not answer in two minutes.
 */
export async function startDevServer(): Promise<DevServer> {
  const scratch = await mkdtemp(join(tmpdir(), 'petites-cantines-dev-'));
  const content = join(scratch, 'content');
  await cp(join(root, 'content'), content, { recursive: true });
  // A fresh clone has no uploads yet.
  await mkdir(join(root, 'public/uploads'), { recursive: true });
  await cp(join(root, 'public/uploads'), join(scratch, 'public/uploads'), { recursive: true });
  const port = await freePort();
  const args = ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port), '--ignore-lock'];
  // Vitest names its own mode in the environment, which Astro would take for itself; and Astro goes to
  // the background when it believes that an agent started it.
  const env = {
    ...withoutVitest(process.env),
    CONTENT_DIR: content,
    ASTRO_DEV_BACKGROUND: '0',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(String(chunk)));
  const log = () => printed.join('');
  const close = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(timer);
    }
    await rm(scratch, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(url).then(
      (response) => response.ok,
      () => false,
    );
  const limit = Date.now() + START_MS;
  while (!(await answers())) {
    if (child.exitCode !== null || Date.now() > limit) {
      await close();
      throw new Error(`The development server does not answer. It printed:\n${log()}`);
    }
    await delay(200);
  }
  return { url, content, log, close };
}

const VITEST = /^(?:VITEST.*|TEST|NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL)$/;

const withoutVitest = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !VITEST.test(name)));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
