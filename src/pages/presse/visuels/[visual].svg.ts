import type { APIRoute, GetStaticPaths } from 'astro';
import { VISUALS } from '#press/visuals.ts';

export const getStaticPaths = (() =>
  VISUALS.map(({ name, svg }) => ({ params: { visual: name }, props: { svg } }))) satisfies GetStaticPaths;

/** A cloth or a drawing of the site, to download. */
export const GET: APIRoute<{ svg: string }> = ({ props }) =>
  new Response(`${props.svg}\n`, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
