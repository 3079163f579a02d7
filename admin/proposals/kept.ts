import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { arrive, doneOf, type Arrival, type Done, type Waiting } from './queue.ts';
import type { Proposal } from '#proposals/proposal.ts';

interface Schema extends DBSchema {
  waiting: { key: string; value: Waiting; indexes: { keptAt: number } };
  done: { key: string; value: Done; indexes: { at: number } };
}

/** The proposals that wait in this browser, and what was decided here. */
export interface Queue {
  /** The oldest first. */
  waiting(): Promise<Waiting[]>;
  take(proposal: Proposal, isRead?: boolean): Promise<Arrival>;
  /** Puts one back as it was, or as it remains. */
  keep(waiting: Waiting): Promise<void>;
  /** Ends one: it waits no more. */
  end(waiting: Waiting, how: Done['how']): Promise<void>;
  /** Takes back what was decided: it waits again. */
  reopen(waiting: Waiting): Promise<void>;
  /** False in a browser that keeps nothing once the page is closed. */
  isKept: boolean;
}

/** Past it, a proposal is refused for its age (`readProposal`). */
const DONE_MS = 400 * 24 * 60 * 60 * 1000;

/**
 * Opens them in IndexedDB, which a browser that is killed a moment later still has; in memory where the browser keeps
 * nothing.
 * @param now in milliseconds
 */
export async function openQueue(now: () => number, name = 'propositions'): Promise<Queue> {
  try {
    return inDatabase(await openDatabase(name), now);
  } catch {
    return inMemory(now);
  }
}

const openDatabase = (name: string) =>
  openDB<Schema>(name, 1, {
    upgrade(upgraded) {
      upgraded.createObjectStore('waiting', { keyPath: 'key' }).createIndex('keptAt', 'keptAt');
      upgraded.createObjectStore('done', { keyPath: 'key' }).createIndex('at', 'at');
    },
  });

function inDatabase(db: IDBPDatabase<Schema>, now: () => number): Queue {
  const STORES = ['waiting', 'done'] as const;
  /** In one transaction: two tabs never lose what the other took. */
  const open = () => db.transaction(STORES, 'readwrite', { durability: 'strict' });
  return {
    isKept: true,
    waiting: () => db.getAllFromIndex('waiting', 'keptAt'),
    async take(proposal, isRead) {
      const transaction = open();
      const [waiting, done] = [transaction.objectStore('waiting'), transaction.objectStore('done')];
      const arrival = arrive(await waiting.getAll(), await done.getAll(), proposal, now(), isRead);
      if (arrival.is === 'new' || arrival.is === 'twice') {
        if (arrival.replaces !== undefined) await waiting.delete(arrival.replaces);
        await waiting.put(arrival.waiting);
        await done.delete(arrival.waiting.key);
      }
      let old = await done.index('at').openCursor(IDBKeyRange.upperBound(now() - DONE_MS));
      for (; old; old = await old.continue()) await old.delete();
      await transaction.done;
      return arrival;
    },
    async keep(each) {
      await db.put('waiting', each);
    },
    async end(each, how) {
      const transaction = open();
      await transaction.objectStore('waiting').delete(each.key);
      await transaction.objectStore('done').put(doneOf(each, how, now()));
      await transaction.done;
    },
    async reopen(each) {
      const transaction = open();
      await transaction.objectStore('done').delete(each.key);
      await transaction.objectStore('waiting').put(each);
      await transaction.done;
    },
  };
}

function inMemory(now: () => number): Queue {
  const waiting = new Map<string, Waiting>();
  const done = new Map<string, Done>();
  return {
    isKept: false,
    waiting: () => Promise.resolve([...waiting.values()].toSorted((one, other) => one.keptAt - other.keptAt)),
    take(proposal, isRead) {
      const arrival = arrive([...waiting.values()], [...done.values()], proposal, now(), isRead);
      if (arrival.is === 'new' || arrival.is === 'twice') {
        if (arrival.replaces !== undefined) waiting.delete(arrival.replaces);
        waiting.set(arrival.waiting.key, arrival.waiting);
        done.delete(arrival.waiting.key);
      }
      return Promise.resolve(arrival);
    },
    keep(each) {
      waiting.set(each.key, each);
      return Promise.resolve();
    },
    end(each, how) {
      waiting.delete(each.key);
      done.set(each.key, doneOf(each, how, now()));
      return Promise.resolve();
    },
    reopen(each) {
      done.delete(each.key);
      waiting.set(each.key, each);
      return Promise.resolve();
    },
  };
}
