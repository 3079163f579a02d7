import { entryPath, hasOwnPages, listPath } from '#content/routes.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { readIndex } from '../known/read.ts';
import type { Answers } from '../versions/answers.ts';
import type { Draft } from '../versions/open-form.ts';
import { PageWords } from './page-words.ts';
import type { Show, Shown } from './shown.ts';

const AT_PUBLICATION = 'Les dates, horaires et listes se verront à la publication.';

/**
 * The published page of a form, with what a browser can lay over it: its title and other lines, its text.
 * @param published what the entry that is open was made of
 */
export function showPublished(published: () => Answers | undefined): Show {
  const known = new WeakMap<Document, PageWords>();
  return async ({ collection: name, slug, data }: Draft): Promise<Shown> => {
    const collection = name as CollectionName;
    const [index, { nodesOf }] = await Promise.all([readIndex(), import('./text.ts')]);
    const entries = index[collection] ?? {};
    const isPublished = entries[slug]?.shown === 'shown';
    const model = Object.entries(entries).find(([, { shown }]) => shown === 'shown');
    if (!isPublished && !(hasOwnPages(collection) && model)) {
      const words = ['Cette fiche n’est pas encore publiée : voici la page où elle viendra.'];
      return { path: listPath(collection), fresh: false, words };
    }
    const path = entryPath(collection, isPublished ? slug : (model?.[0] ?? slug));
    const anchor = path.split('#')[1];
    const own = isPublished ? published() : undefined;
    const title = model?.[1].title ?? '';
    const borrowed = `Cette fiche n’est pas encore publiée : titre, résumé et texte sont les vôtres, le reste est à « ${title} ».`;
    return {
      path,
      fresh: false,
      words: isPublished ? [AT_PUBLICATION] : [borrowed, AT_PUBLICATION],
      lay: (page) => {
        const fields = Object.keys(collections[collection].fields);
        const words =
          known.get(page) ??
          new PageWords(page, { fields, ...(own && { published: own }), ...(anchor !== undefined && { anchor }) });
        known.set(page, words);
        words.say(data, (text) => nodesOf(text, page));
      },
    };
  };
}
