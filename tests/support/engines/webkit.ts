import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { until } from '../until.ts';
import { findWebKit, tied } from './find.ts';
import type { Tab } from './tab.ts';
import { startSession } from './webdriver.ts';

/** WebKitGTK: its small browser, by WebDriver, on a screen in memory. */
export async function openWebKit(): Promise<Tab> {
  const found = findWebKit();
  const [tie, ...tying] = tied() ?? [];
  if (!found || tie === undefined) throw new Error('WebKitGTK is gone.');
  const scratch = await mkdtemp(join(tmpdir(), 'webkit-'));
  const running: ChildProcess[] = [];
  const stop = async () => {
    for (const child of running.toReversed()) await ended(child);
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  const start = (program: string, args: readonly string[], env: NodeJS.ProcessEnv, fourth: 'pipe' | 'ignore') => {
    const child = spawn(tie, [...tying, program, ...args], {
      env,
      stdio: ['ignore', 'ignore', 'ignore', fourth],
    });
    running.push(child);
    return child;
  };
  try {
    const downloads = join(scratch, 'downloads');
    const env = await environment(scratch, downloads);
    const screen = start(
      found.screen,
      ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'],
      env,
      'pipe',
    );
    const driver = start(
      found.driver,
      ['--port=0'],
      { ...env, DISPLAY: `:${await firstLine(screen.stdio[3] as Readable)}` },
      'ignore',
    );
    let port: number | undefined;
    await until('WebKitWebDriver listens', () => {
      if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${driver.exitCode}.`);
      port = listeningPort(driver.pid ?? 0);
      return Promise.resolve(port !== undefined);
    });
    // The browser ends with the driver, which starts it.
    const session = await startSession(`http://127.0.0.1:${port}`, {
      'webkitgtk:browserOptions': { binary: tie, args: [...tying, found.browser, '--automation'] },
    });
    return {
      ...session,
      downloads,
      resize: async (size) => {
        // Around what is seen of the page stand the bars of the window.
        await session.resizeWindow(size);
        const shown = (await session.run('[innerWidth, innerHeight]')) as [number, number];
        await session.resizeWindow({ width: 2 * size.width - shown[0], height: 2 * size.height - shown[1] });
      },
      close: async () => {
        await session.end().finally(stop);
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A home with nothing in it: no setting of the machine's user counts, and nothing is left. */
async function environment(home: string, downloads: string): Promise<NodeJS.ProcessEnv> {
  await mkdir(downloads);
  await writeFile(join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const here = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home };
  // Without the desktop's services, which no test machine runs, nor the namespaces that a container may refuse.
  const alone = { NO_AT_BRIDGE: '1', GSETTINGS_BACKEND: 'memory', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  return { ...process.env, ...here, ...alone, GDK_BACKEND: 'x11' };
}

/** @throws Error when the stream ends before. */
async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface(stream)) return line;
  throw new Error('Xvfb ended before it had a screen.');
}

/** Where a process listens: WebKitWebDriver takes a free port, and does not tell which. Undefined before and after. */
function listeningPort(pid: number): number | undefined {
  const folder = `/proc/${pid}/fd`;
  const links = unlessGone(() => readdirSync(folder))?.map((fd) => unlessGone(() => readlinkSync(join(folder, fd))));
  for (const line of readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1)) {
    const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
    // 0A: it listens.
    if (state === '0A' && links?.includes(`socket:[${inode}]`)) return Number.parseInt(local.split(':')[1] ?? '', 16);
  }
  return undefined;
}

/** What is read of a process, which may end meanwhile. */
function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
