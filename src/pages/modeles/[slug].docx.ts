import type { CollectionEntry } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { digestOf, entriesOf } from '#content/entries.ts';
import { DOCX_TYPE } from '#documents/face.ts';
import { documentOf } from '#templates/files.ts';

interface Props {
  entry: CollectionEntry<'templates'>;
}

export const getStaticPaths: GetStaticPaths = async () => {
  const settings = digestOf(await entriesOf('settings'));
  return (await entriesOf('templates')).map((entry) => ({
    params: { slug: entry.id },
    props: { entry } satisfies Props,
    cacheKey: `${digestOf([entry])} ${settings}`,
  }));
};

export const GET: APIRoute<Props> = async ({ props: { entry } }) =>
  new Response(await documentOf(entry), {
    headers: { 'Content-Type': DOCX_TYPE },
  });
