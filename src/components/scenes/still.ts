import type { SceneName } from '#schemas/parts.ts';
import { escapeHtml } from '#domain/html.ts';
import { drawingOf } from './drawings.ts';
import { PALETTE } from './palette.ts';

const COLOURS = Object.entries(PALETTE);

const svg = (width: number, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${(width * 2) / 3}" viewBox="0 0 180 120" ` +
  `fill="none" stroke-linecap="round" stroke-linejoin="round">${inside}</svg>`;

/**
 * A scene by day as a whole SVG, for what reads no style sheet: a share image, a file to download.
 * @param title what the drawing is called, where it stands alone
 */
export function stillScene(name: SceneName, width: number, title?: string): string {
  const byDay = COLOURS.reduce((drawn, [colour, [day]]) => drawn.replaceAll(`var(--${colour})`, day), drawingOf(name));
  return svg(width, (title === undefined ? '' : `<title>${escapeHtml(title)}</title>`) + byDay);
}

/** The path of the file of a scene, which pages share. */
export const scenePath = (name: SceneName): string => `/scenes/${name}.svg`;

/** A scene as the file that pages show: by day, and by the lamp where the evening is dark. */
export function sceneFile(name: SceneName): string {
  const drawing = drawingOf(name);
  const used = COLOURS.filter(([colour]) => drawing.includes(`var(--${colour})`));
  const light = used.map(([colour, [day]]) => `--${colour}:${day}`).join(';');
  const dark = used.map(([colour, [, evening]]) => `--${colour}:${evening}`).join(';');
  return svg(180, `<style>svg{${light}}@media (prefers-color-scheme:dark){svg{${dark}}}</style>${drawing}`);
}
