import type { EntryIndex, EntryPlace } from '#content/check/entry-index.ts';
import { slugOf } from '#domain/slug.ts';
import type { CollectionName } from '#schemas/index.ts';
import type { Answers } from '../versions/answers.ts';
import { NotWritten } from './entries.ts';

/** The names that the CMS gives to a session, the first that is free being its own: by its month, or by its day. */
export function sessionNames({ title, startsAt }: Answers): [byMonth: string, byDay: string] {
  const name = slugOf(String(title));
  const day = String(startsAt).slice(0, 10);
  return [`${day.slice(0, 7)}-${name}`, `${day}-${name}`];
}

/**
 * Sessions under names that no other has.
 * @throws NotWritten when both names of one are taken
 */
export function named(
  added: readonly Answers[],
  collection: CollectionName,
  index: EntryIndex,
): (EntryPlace & { answers: Answers })[] {
  const taken = new Set(Object.keys(index[collection] ?? {}));
  return added.map((answers) => {
    const slug = sessionNames(answers).find((each) => !taken.has(each));
    if (slug === undefined)
      throw new NotWritten(
        `Une session « ${String(answers['title'])} » existe déjà le ${String(answers['startsAt']).slice(0, 10).split('-').reverse().join('/')} : rien n’est écrit.`,
      );
    taken.add(slug);
    return { collection, slug, answers };
  });
}
