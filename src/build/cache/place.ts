import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildCache } from './index.ts';

/** A file to write, and the key of what it holds. */
export interface Order {
  file: string;
  key: Uint8Array;
}

/** Writes what the cache keeps into files, in a thread of its own; returns the orders whose result is kept no more. */
export default function place(orders: readonly Order[]): Order[] {
  return orders.filter(({ file, key }) => {
    const kept = buildCache().get(Buffer.from(key));
    if (!kept) return true;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, kept);
    return false;
  });
}
