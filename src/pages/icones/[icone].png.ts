import type { APIRoute, GetStaticPaths } from 'astro';
import { drawIcon, ICONS, type Icon } from '#offline/icons.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(ICONS).map(([icone, icon]) => ({ params: { icone }, props: { icon }, cacheKey: icone }));

/** The icons of the home screen, which phones want as PNG. */
export const GET: APIRoute<{ icon: Icon }> = async ({ props: { icon } }) =>
  new Response(new Uint8Array(await drawIcon(icon)), { headers: { 'Content-Type': 'image/png' } });
