import type { CollectionEntry } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { entriesOf, entryNamed } from '#content/entries.ts';
import { DOCX_TYPE, docxOf } from '#templates/docx/docx.ts';
import { site } from '#site.ts';

interface Props {
  entry: CollectionEntry<'templates'>;
}

export const getStaticPaths: GetStaticPaths = async () =>
  (await entriesOf('templates')).map((entry) => ({ params: { slug: entry.id }, props: { entry } satisfies Props }));

/** A template to fill in, for Word or LibreOffice. */
export const GET: APIRoute<Props> = async ({ props: { entry } }) => {
  const settings = (await entryNamed('settings', 'site'))?.data;
  const file = await docxOf(
    { ...entry.data, body: entry.body ?? '' },
    { organisation: settings?.organisation ?? 'Les Petites Cantines', site: site.url },
  );
  return new Response(file, { headers: { 'Content-Type': DOCX_TYPE } });
};
