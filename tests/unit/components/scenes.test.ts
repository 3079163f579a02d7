import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { drawingOf } from '#components/scenes/drawings.ts';
import { SCENES, type SceneName } from '#schemas/parts.ts';

const names = Object.keys(SCENES) as SceneName[];
const palette = readFileSync('src/components/scenes/palette.css', 'utf8');
const [day = '', evening = ''] = palette.split('@media');
const coloursOf = (css: string) => [...css.matchAll(/--([a-z]+):/g)].map(([, name]) => name);
const used = (name: SceneName) => [...drawingOf(name).matchAll(/var\(--([a-z]+)\)/g)].map(([, colour]) => colour);

describe('the drawn scenes', () => {
  it.each(names)('%s is well-formed, holds no missing number, and differs from the others', (name) => {
    const drawing = drawingOf(name);
    using svg = XmlDocument.fromString(`<svg>${drawing}</svg>`);
    expect(svg.root.find('//path | //circle | //ellipse | //rect').length).toBeGreaterThan(8);
    expect(drawing).not.toMatch(/NaN|undefined|null/);
    expect(names.filter((other) => drawingOf(other) === drawing)).toEqual([name]);
  });

  it('have every colour they use by day and in the evening, and no other', () => {
    const all = [...new Set(names.flatMap(used))].sort();
    expect(coloursOf(day).sort()).toEqual(all);
    expect(coloursOf(evening).sort()).toEqual(all);
  });

  it('cost little: six of the heaviest and their colours, as they travel', () => {
    const heaviest = names
      .map(drawingOf)
      .sort((a, b) => b.length - a.length)
      .slice(0, 6);
    expect(heaviest[0]?.length).toBeLessThan(2_800);
    expect(names.map(drawingOf).join('').length / names.length).toBeLessThan(1_800);
    expect(brotliCompressSync(heaviest.join('') + palette).length).toBeLessThan(3_200);
  });
});
