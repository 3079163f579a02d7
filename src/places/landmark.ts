import type { Location } from '#domain/location.ts';
import type { Area } from './area.ts';
import { placeKeys } from './normalise.ts';

/** A thing of the page that one looks for by its name. */
export interface Landmark {
  slug: string;
  title: string;
  point: Location | undefined;
  /** INSEE code. */
  commune?: string | undefined;
}

/** Landmarks as places: « Lyon Vaise », and « Vaise » as its neighbours say; none for those that nobody located. */
export const landmarkAreas = (landmarks: readonly Landmark[]): Area[] =>
  landmarks.flatMap(({ slug, title, point, commune }) => {
    if (!point) return [];
    const words = title.split(' ');
    // « 13e » is no name of a cantine, nor is « sur Saône ».
    const names = words.map((_, from) => words.slice(from).join(' ')).filter((name) => /^\p{Lu}.{2}/u.test(name));
    return {
      kind: 'cantine',
      name: title,
      where: 'la cantine',
      keys: [...new Set(names.flatMap((name) => placeKeys(name)))],
      token: `cantine-${slug}`,
      ...point,
      slug,
      commune,
    };
  });
