import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command took: seconds of the clock, seconds of processor with all its children, bytes of memory at its peak. */
export interface Taken {
  wall: number;
  cpu: number;
  rss: number;
}

interface Command {
  run: readonly string[];
  cwd: string;
  env?: NodeJS.ProcessEnv;
}

/**
 * Runs a command to its end.
 * @throws Error with what it printed when it fails.
 */
export async function measure({ run: [file = '', ...args], cwd, env = {} }: Command): Promise<Taken> {
  const folder = mkdtempSync(join(tmpdir(), 'petites-cantines-bench-'));
  const hook = join(import.meta.dirname, 'usage.mjs');
  const started = performance.now();
  const child = spawn(file, args, {
    cwd,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      ...env,
      BENCH_USAGE: folder,
      NODE_OPTIONS: `--import ${hook}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  await once(child, 'close');
  const wall = (performance.now() - started) / 1000;
  if (child.exitCode !== 0) throw new Error(`${[file, ...args].join(' ')}\n${printed}`);
  const used = readdirSync(folder).map((name) => ({
    isRoot: name.startsWith(`${child.pid}-`),
    ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as { cpu: number; children: number; rss: number }),
  }));
  rmSync(folder, { recursive: true });
  // The system counts the children that have ended; a program that is not of Node writes no file, and is not counted.
  const root = used.find(({ isRoot }) => isRoot);
  return {
    wall,
    cpu: root ? root.cpu + root.children : Number.NaN,
    rss: used.length > 0 ? Math.max(...used.map(({ rss }) => rss)) : Number.NaN,
  };
}

/** The middle one of each figure. */
export function medians(runs: readonly Taken[]): Taken {
  const middle = (of: keyof Taken) =>
    runs.map((run) => run[of]).toSorted((a, b) => a - b)[runs.length >> 1] ?? Number.NaN;
  return { wall: middle('wall'), cpu: middle('cpu'), rss: middle('rss') };
}
