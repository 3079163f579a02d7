import { MAP_TILES, type Settings } from '#schemas/settings.ts';

/** Where the detailed map takes its images: a template with {z}, {x} and {y}. */
export type TileSource = Settings['map'];

/**
 * The source of tiles of this build. `TILE_URL`, in the environment of the build, replaces the address of the
 * settings: the tests serve tiles of their own.
 * @throws Error when `TILE_URL` is not the template of an http(s) address.
 */
export function tileSource(
  settings: Settings | undefined,
  env: Readonly<Record<string, string | undefined>> = process.env,
): TileSource {
  const source = settings?.map ?? MAP_TILES;
  const url = env['TILE_URL']?.trim();
  if (!url) return source;
  if (!/^https?:$/.test(protocolOf(url)) || !['{z}', '{x}', '{y}'].every((part) => url.includes(part))) {
    throw new Error(
      `TILE_URL vaut « ${url} ». Écrivez une adresse avec {z}, {x} et {y}, par exemple TILE_URL=http://127.0.0.1:8080/{z}/{x}/{y}.png`,
    );
  }
  return { ...source, url };
}

/** The origin that a page with the map must allow in the `img-src` of its policy: `https://data.geopf.fr`. */
export function tileOrigin(settings: Settings | undefined, env?: Readonly<Record<string, string | undefined>>): string {
  return new URL(tileSource(settings, env).url).origin;
}

const protocolOf = (url: string): string => (URL.canParse(url) ? new URL(url).protocol : '');
