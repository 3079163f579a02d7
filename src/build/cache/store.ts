import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

const DAY_MS = 86_400_000;

/** What nobody has read for so long is dropped. */
const KEPT_DAYS = 14;

/** Above, what was read longest ago is dropped first. */
const MAX_BYTES = 2 * 1024 ** 3;

/** How long to wait for another build that is writing. */
const BUSY_MS = 10_000;

const SCHEMA = `
  PRAGMA auto_vacuum = INCREMENTAL;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS made (key BLOB PRIMARY KEY, day INTEGER NOT NULL, size INTEGER NOT NULL, value BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS made_by_day ON made (day, size);
`;

interface Opened {
  db: DatabaseSync;
  get: StatementSync;
  has: StatementSync;
  put: StatementSync;
  use: StatementSync;
}

/** Whatever makes a result: texts, bytes, and what JSON writes. */
type Part = string | number | boolean | null | Uint8Array | object;

/**
 * What was made by earlier builds, each result under the hash of all that made it: a result is never wrong, only
 * absent. One SQLite file, that several builds may read and write at once, that may be deleted at any time, and that
 * keeps its size. A cache that cannot be read or written is no cache: the build goes on without it.
 */
export class Store {
  readonly #path: string;
  readonly #today: number;
  readonly #warn: (message: string) => void;
  #open: Opened | undefined;
  #broken = false;

  /** @param now milliseconds since 1970: what is read today is kept longest. */
  constructor(path: string, now: number, warn: (message: string) => void = console.warn) {
    this.#path = path;
    this.#today = Math.floor(now / DAY_MS);
    this.#warn = warn;
  }

  /** The result kept under these parts, or the one made now; `space` names what is made. */
  async memo(space: string, parts: readonly Part[], make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const key = keyOf(space, parts);
    const kept = this.get(key);
    if (kept) return kept;
    const made = await make();
    this.put(key, made);
    return made;
  }

  get(key: Buffer): Uint8Array | undefined {
    return this.#try(({ get, use }) => {
      const row = get.get(key);
      if (row && row['day'] !== this.#today) use.run(this.#today, key);
      return row?.['value'] as Uint8Array | undefined;
    });
  }

  has(key: Buffer): boolean {
    return this.#try(({ has }) => has.get(key)) !== undefined;
  }

  /** Returns whether it is kept. */
  put(key: Buffer, value: Uint8Array): boolean {
    return this.#try(({ put }) => put.run(key, this.#today, value.length, value)) !== undefined;
  }

  /** Drops what is old or too much. */
  prune(maxBytes = MAX_BYTES): void {
    this.#try(({ db }) => {
      db.prepare('DELETE FROM made WHERE day < ?').run(this.#today - KEPT_DAYS);
      const { sum } = db.prepare('SELECT SUM(size) AS sum FROM made').get() ?? {};
      // The running sum from the newest: what lies beyond the limit goes.
      if (Number(sum) > maxBytes)
        db.prepare(
          `DELETE FROM made WHERE key IN (
             SELECT key FROM (SELECT key, SUM(size) OVER (ORDER BY day DESC, key) AS sum FROM made) WHERE sum > ?)`,
        ).run(maxBytes);
      db.exec('PRAGMA incremental_vacuum');
    });
  }

  close(): void {
    this.#open?.db.close();
    this.#open = undefined;
  }

  #try<T>(use: (opened: Opened) => T): T | undefined {
    if (this.#broken) return undefined;
    try {
      this.#open ??= this.#connect();
      return use(this.#open);
    } catch (reason) {
      this.#broken = true;
      this.#warn(`Le cache ${this.#path} ne sert pas à cette construction : ${String(reason)}`);
      return undefined;
    }
  }

  #connect(): Opened {
    mkdirSync(dirname(this.#path), { recursive: true });
    const db = this.#readable();
    return {
      db,
      get: db.prepare('SELECT day, value FROM made WHERE key = ?'),
      has: db.prepare('SELECT day FROM made WHERE key = ?'),
      put: db.prepare('INSERT OR REPLACE INTO made (key, day, size, value) VALUES (?, ?, ?, ?)'),
      use: db.prepare('UPDATE made SET day = ? WHERE key = ?'),
    };
  }

  /** The file, begun again when it is no database: cut short, or something else. */
  #readable(): DatabaseSync {
    try {
      return open(this.#path);
    } catch (reason) {
      if (!isDamaged(reason)) throw reason;
      for (const end of ['', '-wal', '-shm']) rmSync(this.#path + end, { force: true });
      return open(this.#path);
    }
  }
}

function open(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: BUSY_MS });
  try {
    db.exec(SCHEMA);
    return db;
  } catch (reason) {
    db.close();
    throw reason;
  }
}

// SQLITE_CORRUPT and SQLITE_NOTADB: https://sqlite.org/rescode.html
const isDamaged = (reason: unknown): boolean =>
  typeof reason === 'object' && reason !== null && 'errcode' in reason && [11, 26].includes(Number(reason.errcode));

/** The key of what these parts make. */
export function keyOf(space: string, parts: readonly Part[]): Buffer {
  const hash = createHash('sha256').update(space);
  for (const part of parts) {
    const bytes =
      part instanceof Uint8Array ? part : Buffer.from(typeof part === 'string' ? part : JSON.stringify(part));
    // With its length, so that no two lists of parts read the same.
    hash.update(`\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest();
}
