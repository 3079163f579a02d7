import { drawingOf } from '#components/scenes/drawings.ts';
import { escapeHtml } from '#domain/html.ts';
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

/** The colours of the scenes by day, `rose` → `#f8dcc8`: out of a page nothing says what they are. */
const dayColours = (palette: string): ReadonlyMap<string, string> =>
  new Map(
    [...(palette.split('@media')[0] ?? '').matchAll(/--([a-z]+):\s*(#[0-9a-f]+);/g)].map(
      ([, name = '', colour = '']) => [name, colour],
    ),
  );

function scene(name: SceneName, colours: ReadonlyMap<string, string>): Visual {
  const drawn = drawingOf(name).replace(/var\(--([a-z]+)\)/g, (whole, colour: string) => colours.get(colour) ?? whole);
  return {
    name: `dessin-${name}`,
    label: SCENES[name],
    kind: 'dessin',
    svg:
      '<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="720" viewBox="0 0 180 120" fill="none" ' +
      `stroke-linecap="round" stroke-linejoin="round"><title>${escapeHtml(SCENES[name])}</title>${drawn}</svg>`,
  };
}

const SCENE_NAMES = Object.keys(SCENES) as SceneName[];
const PATTERNS = Object.keys(NAPPE_PATTERNS) as NappePattern[];

/**
 * The visuals of the page for journalists, in their order.
 * @param palette the style sheet of the scenes, whose colours go into each file
 */
export function visualsWith(palette: string): Visual[] {
  const colours = dayColours(palette);
  return [...SCENE_NAMES.map((name) => scene(name, colours)), ...PATTERNS.map(cloth)];
}

export const visualPath = ({ name }: Pick<Visual, 'name'>): string => `/presse/visuels/${name}.svg`;
