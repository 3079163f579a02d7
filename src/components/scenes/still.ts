import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SceneName } from '#schemas/parts.ts';
import { drawingOf } from './drawings.ts';

let day: ReadonlyMap<string, string> | undefined;

/** The colours of the day, as `palette.css` says them before those of the evening. */
function colours(): ReadonlyMap<string, string> {
  const [css = ''] = readFileSync(join(import.meta.dirname, 'palette.css'), 'utf8').split('@media');
  return new Map([...css.matchAll(/(--[a-z]+): (#[0-9a-f]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

/** A scene by day as a whole SVG, for what reads no style sheet: a share image. */
export function stillScene(name: SceneName, width: number): string {
  day ??= colours();
  const known = day;
  const drawing = drawingOf(name).replace(/var\((--[a-z]+)\)/g, (_, colour: string) => known.get(colour) ?? 'none');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 120" width="${width}" height="${(width * 2) / 3}" fill="none" stroke-linecap="round" stroke-linejoin="round">${drawing}</svg>`;
}
