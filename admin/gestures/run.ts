import type { EntryIndex } from '#content/check/entry-index.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import type { Answers } from '../versions/answers.ts';
import type { Change, Entries } from '../write/entries.ts';
import { named } from '../write/named.ts';
import type { Gesture, Given } from './gesture.ts';

/** Makes a gesture on entries of a collection, in one save. */
export async function run(
  gesture: Gesture,
  { entries, index, today }: { entries: Entries; index: EntryIndex; today: string },
  { collection, slugs, given }: { collection: CollectionName; slugs: readonly string[]; given: Given },
): Promise<Change[]> {
  const places = slugs.map((slug) => ({ collection, slug }));
  const { labelSingular } = collections[collection];
  const message = `${gesture.label.replace(/…/g, '')} : ${labelSingular.toLowerCase()} ${slugs.join(', ')}`;
  if (!gesture.adds) {
    const made = (answers: Answers) => gesture.made(answers, given, today);
    return entries.change(places, made, message);
  }
  const [place] = places;
  if (!place) return [];
  const { answers } = await entries.read(place);
  return entries.create(named(gesture.adds(answers, given), collection, index), message);
}
