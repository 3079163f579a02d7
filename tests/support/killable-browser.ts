import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser } from './browser.ts';
import { WAIT_MS } from './limits.ts';

/** A browser with a profile of its own, which it finds again after it was killed. */
export interface KillableBrowser {
  /** Starts it, unless it runs. */
  open: () => Promise<BrowserContext>;
  /** Ends it and all its processes, as a power cut does. */
  kill: () => Promise<void>;
  /** Kills it and forgets its profile. */
  close: () => Promise<void>;
}

/** Prepares one; nothing is started yet. */
export async function killableBrowser(): Promise<KillableBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'browser-profile-'));
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];
  let running: { context: BrowserContext; kill: () => Promise<void> } | undefined;
  const start = async () => {
    const child = spawn(findBrowser(), [...args, '--remote-debugging-port=0', `--user-data-dir=${profile}`], {
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own, to kill with all its processes.
      detached: true,
    });
    const ended = once(child, 'exit');
    const kill = async () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      await ended;
    };
    const endpoint = await new Promise<string>((found, failed) => {
      let printed = '';
      child.stderr.on('data', (chunk) => {
        printed += String(chunk);
        const address = /ws:\/\/\S+/.exec(printed)?.[0];
        if (address !== undefined) found(address);
      });
      child.on('exit', () => failed(new Error(`The browser ended. It printed:\n${printed}`)));
    });
    const browser = await chromium.connectOverCDP(endpoint, { timeout: WAIT_MS });
    const [context] = browser.contexts();
    if (!context) throw new Error('The browser has no profile.');
    context.setDefaultTimeout(WAIT_MS);
    return { context, kill };
  };
  const kill = async () => {
    await running?.kill();
    running = undefined;
  };
  return {
    open: async () => (running ??= await start()).context,
    kill,
    close: async () => {
      await kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
