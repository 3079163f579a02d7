import type { CollectionEntry } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { digestOf, entriesOf } from '#content/entries.ts';
import { hasWorkbook, workbookOf } from '#templates/files.ts';

interface Props {
  entry: CollectionEntry<'templates'>;
}

export const getStaticPaths: GetStaticPaths = async () => {
  const settings = digestOf(await entriesOf('settings'));
  return (await entriesOf('templates')).filter(hasWorkbook).map((entry) => ({
    params: { slug: entry.id },
    props: { entry } satisfies Props,
    cacheKey: `${digestOf([entry])} ${settings}`,
  }));
};

export const GET: APIRoute<Props> = async ({ props: { entry } }) =>
  new Response(await workbookOf(entry), {
    headers: { 'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  });
