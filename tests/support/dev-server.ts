import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { copyNetwork, projectRoot } from './folders.ts';
import { WAIT_MS } from './limits.ts';

interface DevServer {
  /** `http://127.0.0.1:4601`, without a final slash. */
  url: string;
  /** The copy of the content that it serves and that its CMS writes. */
  content: string;
  /** What it printed so far. */
  log: () => string;
  close: () => Promise<void>;
}

/**
 * `npm start`, on a copy of the frozen network and on the first free port.
 * @throws Error with what the server printed, when it ends or does not answer.
 */
export async function startDevServer(): Promise<DevServer> {
  const scratch = await mkdtemp(join(tmpdir(), 'petites-cantines-dev-'));
  const content = await copyNetwork(scratch);
  const args = ['node_modules/astro/bin/astro.mjs', 'dev', '--ignore-lock'];
  // Vitest names its own mode in the environment, which Astro would take for itself; and Astro goes to
  // the background when it believes that an agent started it.
  const env = {
    ...withoutVitest(process.env),
    CONTENT_DIR: content,
    ASTRO_DEV_BACKGROUND: '0',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  const child = spawn(process.execPath, args, { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(String(chunk)));
  const log = () => printed.join('');
  const close = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), WAIT_MS);
      await ended;
      clearTimeout(timer);
    }
    await rm(scratch, { recursive: true, force: true });
  };
  // The port that it found free, as it says.
  const address = () => /http:\/\/127\.0\.0\.1:\d+/.exec(stripVTControlCharacters(log()))?.[0];
  const answers = (url: string | undefined) =>
    url !== undefined &&
    fetch(url).then(
      (response) => response.ok,
      () => false,
    );
  const limit = Date.now() + WAIT_MS;
  while (!(await answers(address()))) {
    if (child.exitCode !== null || Date.now() > limit) {
      await close();
      throw new Error(`The development server does not answer. It printed:\n${log()}`);
    }
    await delay(100);
  }
  return { url: address() ?? '', content, log, close };
}

const VITEST = /^(?:VITEST.*|TEST|NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL)$/;

/** The environment of a command that is not a test. */
export const withoutVitest = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !VITEST.test(name)));
