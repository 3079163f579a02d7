import type { SceneName } from '#schemas/parts.ts';
import { escapeHtml } from '#domain/html.ts';
import { drawingOf } from './drawings.ts';

/** The colours of the day, `--rose` → `#f8dcc8`: the style sheet says those of the evening after them. */
const dayColours = (palette: string): ReadonlyMap<string, string> =>
  new Map(
    [...(palette.split('@media')[0] ?? '').matchAll(/(--[a-z]+):\s*(#[0-9a-f]+);/g)].map(
      ([, name = '', colour = '']) => [name, colour],
    ),
  );

/**
 * A scene by day as a whole SVG, for what reads no style sheet: a share image, a file to download.
 * @param palette the text of `palette.css`
 * @param title what the drawing is called, where it stands alone
 */
export function stillScene(name: SceneName, palette: string, width: number, title?: string): string {
  const colours = dayColours(palette);
  const drawing = drawingOf(name).replace(
    /var\((--[a-z]+)\)/g,
    (whole, colour: string) => colours.get(colour) ?? whole,
  );
  const named = title === undefined ? '' : `<title>${escapeHtml(title)}</title>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${(width * 2) / 3}" viewBox="0 0 180 120" ` +
    `fill="none" stroke-linecap="round" stroke-linejoin="round">${named}${drawing}</svg>`
  );
}
