import type { EntryIndex, EntryPlace } from '#content/check/entry-index.ts';
import { slugOf } from '#domain/slug.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import type { Answers } from '../versions/answers.ts';
import type { Change, Entries } from '../write/entries.ts';
import { Mistake, type Gesture, type Given } from './gesture.ts';

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

/** Sessions by the names that the CMS gives them: by their month, or by their day when that is taken. */
function named(
  added: readonly Answers[],
  collection: CollectionName,
  index: EntryIndex,
): (EntryPlace & { answers: Answers })[] {
  const taken = new Set(Object.keys(index[collection] ?? {}));
  return added.map((answers) => {
    const { title, startsAt } = answers;
    const name = slugOf(String(title));
    const day = String(startsAt).slice(0, 10);
    const slug = [`${day.slice(0, 7)}-${name}`, `${day}-${name}`].find((each) => !taken.has(each));
    if (slug === undefined)
      throw new Mistake(
        `Une session « ${String(title)} » existe déjà le ${day.split('-').reverse().join('/')} : rien n’est écrit.`,
      );
    taken.add(slug);
    return { collection, slug, answers };
  });
}
