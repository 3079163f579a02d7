import type { SceneName } from '#schemas/parts.ts';
import { escapeHtml } from '#domain/html.ts';
import { drawingOf } from './drawings.ts';

/** Colours by their names, `--rose` → `#f8dcc8`, in a piece of the style sheet. */
const coloursIn = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(/(--[a-z]+):\s*(#[0-9a-f]+);/g)].map(([, name = '', colour = '']) => [name, colour]));

/** The colours of the day, then those that the evening changes. */
function coloursOf(palette: string): { day: ReadonlyMap<string, string>; evening: ReadonlyMap<string, string> } {
  const [day = '', evening = ''] = palette.split('@media');
  return { day: coloursIn(day), evening: coloursIn(evening) };
}

const svg = (width: number, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${(width * 2) / 3}" viewBox="0 0 180 120" ` +
  `fill="none" stroke-linecap="round" stroke-linejoin="round">${inside}</svg>`;

/**
 * A scene by day as a whole SVG, for what reads no style sheet: a share image, a file to download.
 * @param palette the text of `palette.css`
 * @param title what the drawing is called, where it stands alone
 */
export function stillScene(name: SceneName, palette: string, width: number, title?: string): string {
  const { day } = coloursOf(palette);
  const drawing = drawingOf(name).replace(/var\((--[a-z]+)\)/g, (whole, colour: string) => day.get(colour) ?? whole);
  const named = title === undefined ? '' : `<title>${escapeHtml(title)}</title>`;
  return svg(width, named + drawing);
}

/** The path of the file of a scene, which pages share. */
export const scenePath = (name: SceneName): string => `/scenes/${name}.svg`;

/**
 * A scene as the file that pages show: by day, and by the lamp where the evening is dark.
 * @param palette the text of `palette.css`
 */
export function sceneFile(name: SceneName, palette: string): string {
  const drawing = drawingOf(name);
  const { day, evening } = coloursOf(palette);
  const used = (colours: ReadonlyMap<string, string>): string =>
    [...colours]
      .flatMap(([colour, value]) => (drawing.includes(`var(${colour})`) ? `${colour}:${value}` : []))
      .join(';');
  const style = `svg{${used(day)}}@media (prefers-color-scheme:dark){svg{${used(evening)}}}`;
  return svg(180, `<style>${style}</style>${drawing}`);
}
