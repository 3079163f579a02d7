import type { CollectionEntry } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { digestOf, entriesOf, entryNamed } from '#content/entries.ts';
import { DOCX_TYPE } from '#documents/face.ts';
import { site } from '#site.ts';

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

/** A template to fill in, for Word or LibreOffice. */
export const GET: APIRoute<Props> = async ({ props: { entry } }) => {
  // The library is heavy, and few builds need it.
  const { docxOf } = await import('#templates/docx/docx.ts');
  const settings = (await entryNamed('settings', 'site'))?.data;
  const file = await docxOf(
    { ...entry.data, body: entry.body ?? '' },
    { organisation: settings?.organisation ?? 'Les Petites Cantines', site: site.url },
  );
  return new Response(file, { headers: { 'Content-Type': DOCX_TYPE } });
};
