import { brotliCompressSync } from 'node:zlib';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { drawingOf } from '#components/scenes/drawings.ts';
import { PALETTE } from '#components/scenes/palette.ts';
import { sceneFile } from '#components/scenes/still.ts';
import { SCENES, type SceneName } from '#schemas/parts.ts';

const names = Object.keys(SCENES) as SceneName[];
const used = (name: SceneName) => [...drawingOf(name).matchAll(/var\(--([a-z]+)\)/g)].map(([, colour]) => colour);

describe('the drawn scenes', () => {
  it.each(names)('%s is well-formed, holds no missing number, and differs from the others', (name) => {
    const drawing = drawingOf(name);
    using svg = XmlDocument.fromString(`<svg>${drawing}</svg>`);
    expect(svg.root.find('//path | //circle | //ellipse | //rect').length).toBeGreaterThan(8);
    expect(drawing).not.toMatch(/NaN|undefined|null/);
    expect(names.filter((other) => drawingOf(other) === drawing)).toEqual([name]);
  });

  it('use every colour of the palette', () => {
    expect(Object.keys(PALETTE).sort()).toEqual([...new Set(names.flatMap(used))].sort());
  });

  it.each(names)('%s is a file that knows its colours by day and in the evening, and costs little', (name) => {
    const file = sceneFile(name);
    const colours = new Set(used(name)).size;
    expect(file.match(/--[a-z]+:#/g)).toHaveLength(2 * colours);
    expect(brotliCompressSync(file).length).toBeLessThan(1_150);
  });
});
