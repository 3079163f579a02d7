/** The places of France, in files small enough to be asked for while a visitor types. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { placeShards } from '#places/shards.ts';
import { territoryShards } from '#places/territory-shards.ts';

export const getStaticPaths = (() =>
  [...placeShards(), ...territoryShards()].map(([shard, data]) => ({
    params: { shard },
    props: { data },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(props['data']);
