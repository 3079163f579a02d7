/** What the CMS knows of the whole site: what is served, and what this editor saved since. */
import { INDEX_PATH, type EntryIndex } from '#content/check/entry-index.ts';
import { KNOWN_PATH, type Known } from '#content/check/known.ts';
import { indexWithSaved, readSaved, withSaved } from './saved.ts';

/** @throws Error when it is not there to be read */
async function read(path: string): Promise<unknown> {
  const answer = await fetch(path, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** What the check of an entry needs to know of all the others. */
export const readKnown = async (): Promise<Known> =>
  withSaved((await read(KNOWN_PATH)) as Known, readSaved(), Date.now());

/** Every entry, with what it points at. */
export const readIndex = async (): Promise<EntryIndex> =>
  indexWithSaved((await read(INDEX_PATH)) as EntryIndex, readSaved(), Date.now());
