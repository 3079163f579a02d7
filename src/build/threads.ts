import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Piscina } from 'piscina';

/** Where a thread that has nothing left to do ends. */
const IDLE_MS = 5000;

const pools = new Map<string, Piscina>();

/**
 * Runs the default function of a file in another thread. The memory of a thread is small and its own: in the main one,
 * which holds all the content, each thirty megabytes of files that pass would have the collector go through it all.
 * @param file from the project's folder, where every build starts: Vite bundles what calls elsewhere.
 */
export function inThread<Output>(file: string, input: unknown): Promise<Output> {
  let pool = pools.get(file);
  if (!pool) {
    // The main thread writes pages meanwhile.
    const maxThreads = Math.max(1, availableParallelism() - 1);
    // A thread that waits in vain for its next task must still hear that the processes it has started have ended.
    pool = new Piscina({ filename: resolve(file), maxThreads, idleTimeout: IDLE_MS, atomics: 'disabled' });
    pools.set(file, pool);
  }
  return pool.run(input) as Promise<Output>;
}
