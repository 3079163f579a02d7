import { stillScene } from '#components/scenes/still.ts';
import { clothSvg, DYES, NAPPE_PATTERNS, type NappePattern } from '#domain/nappe.ts';
import { SCENES, type SceneName } from '#schemas/parts.ts';

/** A picture to download: a cloth or a scene of the site, without any logo. */
export interface Visual {
  /** The name of its file, without `.svg`. */
  name: string;
  label: string;
  kind: 'nappe' | 'dessin';
  svg: string;
}

const CLOTH = { width: 1200, height: 630, scale: 2 } as const;

const cloth = (pattern: NappePattern, rank: number): Visual => {
  const [colour, ground] = DYES[rank % DYES.length] ?? ['#c8402a', '#fff4e0'];
  return {
    name: `nappe-${pattern}`,
    label: NAPPE_PATTERNS[pattern],
    kind: 'nappe',
    svg: clothSvg({ pattern, colour, ground }, CLOTH.width, CLOTH.height, CLOTH.scale),
  };
};

const SCENE_WIDTH = 1080;

const scene = (name: SceneName): Visual => ({
  name: `dessin-${name}`,
  label: SCENES[name],
  kind: 'dessin',
  svg: stillScene(name, SCENE_WIDTH, SCENES[name]),
});

const SCENE_NAMES = Object.keys(SCENES) as SceneName[];
const PATTERNS = Object.keys(NAPPE_PATTERNS) as NappePattern[];

/** The visuals of the page for journalists, in their order. */
export const VISUALS: readonly Visual[] = [...SCENE_NAMES.map(scene), ...PATTERNS.map(cloth)];

export const visualPath = ({ name }: Pick<Visual, 'name'>): string => `/presse/visuels/${name}.svg`;
