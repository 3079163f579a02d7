import type { APIRoute, GetStaticPaths } from 'astro';
import { entriesOf } from '#content/entries.ts';
import { entryPath } from '#content/routes.ts';
import { vcardOf } from '#cantines/feeds/vcard.ts';
import type { Cantine } from '#schemas/cantines.ts';
import { site } from '#site.ts';

interface Props {
  cantine: Cantine;
  page: string;
}

export const getStaticPaths: GetStaticPaths = async () =>
  (await entriesOf('cantines')).map(({ id, data }) => ({
    params: { slug: id },
    props: { cantine: data, page: site.url + entryPath('cantines', id) } satisfies Props,
  }));

/** A cantine to keep among one's contacts. */
export const GET: APIRoute<Props> = ({ props: { cantine, page } }) =>
  new Response(vcardOf(cantine, page), { headers: { 'Content-Type': 'text/vcard; charset=utf-8' } });
