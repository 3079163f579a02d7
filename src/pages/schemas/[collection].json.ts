import type { APIRoute, GetStaticPaths } from 'astro';
import { collections } from '#schemas/index.ts';
import type { Collection } from '#schemas/kit/index.ts';
import { jsonSchemaOf } from '#schemas/kit/json-schema.ts';
import { site } from '#site.ts';

interface Props {
  collection: Collection;
}

export const getStaticPaths: GetStaticPaths = () =>
  Object.values(collections).map((collection) => ({
    params: { collection: collection.name },
    props: { collection: collection as unknown as Collection } satisfies Props,
  }));

/** The JSON Schema of what editors write, one per collection: completion and checks in a code editor. */
export const GET: APIRoute<Props> = ({ props: { collection } }) =>
  new Response(JSON.stringify(jsonSchemaOf(collection, `${site.url}/schemas/${collection.name}.json`), null, 1), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
