import type { APIRoute, GetStaticPaths } from 'astro';
import { sceneFile } from '#components/scenes/still.ts';
import { SCENES, type SceneName } from '#schemas/parts.ts';

interface Props {
  name: SceneName;
}

export const getStaticPaths = (() =>
  (Object.keys(SCENES) as SceneName[]).map((name) => ({
    params: { scene: name },
    props: { name },
  }))) satisfies GetStaticPaths;

/** A drawn scene, which every page that shows it shares. */
export const GET: APIRoute<Props> = ({ props: { name } }) =>
  new Response(sceneFile(name), { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
