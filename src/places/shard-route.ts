/** `/lieux/` in development. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { allShards } from './all-shards.ts';

export const getStaticPaths = (() =>
  [...allShards()].map(([shard, data]) => ({ params: { shard }, props: { data } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(props['data']);
