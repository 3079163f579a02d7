import { entriesOf, entryNamed } from '#content/entries.ts';
import { coverageOf, type Article } from './coverage.ts';

/** The articles of the press that this site cites, wherever it does, by the media of the settings. */
export async function citedArticles(): Promise<Article[]> {
  const cantines = await entriesOf('cantines');
  const names = new Map(cantines.map(({ id, data }) => [id, data.title]));
  const aboutOf = (slug: string | undefined) => {
    const name = slug === undefined ? undefined : names.get(slug);
    return slug === undefined || name === undefined ? undefined : { slug, name };
  };
  const others = [...(await entriesOf('stories')), ...(await entriesOf('figures')), ...(await entriesOf('pages'))].map(
    ({ data }) => data,
  );
  const ofOneCantine = [...(await entriesOf('quotations')), ...(await entriesOf('milestones'))];
  const entries = [
    ...cantines.map(({ id, data }) => ({ ...data, about: aboutOf(id) })),
    ...ofOneCantine.map(({ data }) => ({ ...data, about: aboutOf(data.cantine) })),
    ...others,
  ].filter(({ demo }) => !demo);
  return coverageOf(entries, (await entryNamed('settings', 'site'))?.data.media ?? []);
}
