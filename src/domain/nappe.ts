export const NAPPE_PATTERNS = {
  vichy: 'Vichy',
  rayures: 'Rayures',
  carreaux: 'Carreaux de torchon',
  pois: 'Pois',
  liberty: 'Liberty',
} as const;

export type NappePattern = keyof typeof NAPPE_PATTERNS;

/** A tablecloth: a pattern and its two colours, `#rrggbb`. */
export interface Nappe {
  pattern: NappePattern;
  colour: string;
  ground: string;
}

/** A repeatable tile: SVG content for a square of `size` user units. */
export interface Tile {
  size: number;
  content: string;
}

/** How far apart a pattern and its ground are to be told from each other (WCAG 1.4.11). */
export const DYED_APART = 3;

/** Pairs of a dye and a linen, each at least that far apart (proved by a test). */
export const DYES: readonly (readonly [colour: string, ground: string])[] = [
  ['#c8402a', '#fff4e0'],
  ['#1f5f8b', '#f3ead9'],
  ['#2f6b3a', '#f4f1d8'],
  ['#a8680a', '#fff3d2'],
  ['#8c2f5e', '#fbeee6'],
  ['#1d6f72', '#eef3e2'],
  ['#b0492f', '#f2ecdf'],
  ['#4a4a9c', '#f3eee4'],
  ['#7a3b1e', '#f8ecd2'],
  ['#59701c', '#faf3da'],
  ['#a3324a', '#fdf0e4'],
  ['#2c4f6e', '#f7efdd'],
];

const PATTERNS: readonly NappePattern[] = ['vichy', 'carreaux', 'rayures', 'pois', 'liberty'];

/** FNV-1a, 32 bits: a stable, well spread number from a slug. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const unit of text) value = Math.imul(value ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}

/** The parts of the site in the order of its menu and footer: two that follow each other share neither dye nor pattern. */
const SECTIONS = [
  'cantines',
  'sessions',
  'ouvrir-une-cantine',
  'plaidoyer',
  'restauration',
  'financements',
  'financeurs',
  'partenariats',
  'espace-cantines',
  'guides',
  'chiffres',
  'recherche',
];

/** The cloth of a page: the dye tells its section, and no page wears the pattern of the page above it. */
function pageDraw(path: string): readonly [dye: number, pattern: number] {
  const [section = '', ...below] = path.split('/').filter(Boolean);
  const rank = SECTIONS.indexOf(section);
  const seed = rank === -1 ? hash(section) : rank;
  const own = seed % PATTERNS.length;
  return [
    (seed * 5) % DYES.length,
    below.length === 0 ? own : own + 1 + (hash(below.join('/')) % (PATTERNS.length - 1)),
  ];
}

function cantineDraw(slug: string): readonly [dye: number, pattern: number] {
  const seed = hash(slug);
  return [seed, Math.floor(seed / 4096)];
}

/**
 * The cloth that a seed draws, with what its entry chose instead.
 * @param seed a cantine's slug, or the path of a page (`/financements/suivi/`)
 */
export function nappeOf(seed: string, chosen: Partial<Nappe> = {}): Nappe {
  const [dye, motif] = seed.startsWith('/') ? pageDraw(seed) : cantineDraw(seed);
  const [colour, ground] = DYES[dye % DYES.length] as readonly [string, string];
  return {
    pattern: chosen.pattern ?? (PATTERNS[motif % PATTERNS.length] as NappePattern),
    colour: chosen.colour ?? colour,
    ground: chosen.ground ?? ground,
  };
}

const petal = (x: number, y: number, dx: number, dy: number) => `<circle cx="${x + dx}" cy="${y + dy}" r="3.1"/>`;
const flower = (x: number, y: number, ground: string) =>
  [
    petal(x, y, 0, -4.2),
    petal(x, y, 4, -1.3),
    petal(x, y, 2.5, 3.4),
    petal(x, y, -2.5, 3.4),
    petal(x, y, -4, -1.3),
  ].join('') + `<circle cx="${x}" cy="${y}" r="1.9" fill="${ground}"/>`;
const leaf = (x: number, y: number, turn: number) =>
  `<path transform="translate(${x} ${y}) rotate(${turn})" d="M0 0q4-5 9 0q-5 4-9 0" opacity=".6"/>`;

/** The tile of a cloth, drawn on its ground. */
export function tileOf({ pattern, colour, ground }: Nappe): Tile {
  const tile = (size: number, content: string): Tile => ({
    size,
    content: `<rect width="${size}" height="${size}" fill="${ground}"/><g fill="${colour}">${content}</g>`,
  });
  switch (pattern) {
    case 'vichy':
      return tile(36, '<path opacity=".55" d="M0 0h18v36H0z"/><path opacity=".55" d="M0 0h36v18H0z"/>');
    case 'rayures':
      return tile(60, '<path d="M0 0h26v60H0zM40 0h6v60h-6z"/>');
    case 'carreaux':
      return tile(72, '<path d="M22 0h4v72h-4zM30 0h2v72h-2zM0 22h72v4H0zM0 30h72v2H0z"/>');
    case 'pois':
      return {
        size: 28,
        content: `<rect width="28" height="28" fill="${colour}"/><g fill="${ground}"><circle cx="7" cy="7" r="4.6"/><circle cx="21" cy="21" r="4.6"/></g>`,
      };
    case 'liberty':
      return tile(
        56,
        flower(14, 14, ground) +
          flower(42, 40, ground) +
          leaf(20, 18, 30) +
          leaf(34, 36, 200) +
          leaf(10, 40, -40) +
          leaf(44, 12, 120) +
          '<circle cx="29" cy="50" r="1.8"/><circle cx="48" cy="22" r="1.8"/><circle cx="26" cy="4" r="1.4"/>',
      );
  }
}

/** A whole SVG picture of the cloth, `width` × `height` pixels, the tile scaled by `scale`. */
export function clothSvg(nappe: Nappe, width: number, height: number, scale = 1): string {
  const { size, content } = tileOf(nappe);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>` +
    `<pattern id="t" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="scale(${scale})">${content}</pattern>` +
    `</defs><rect width="100%" height="100%" fill="url(#t)"/></svg>`
  );
}
