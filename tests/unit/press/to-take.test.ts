import { XmlDocument } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import type { Figure } from '#schemas/figures.ts';
import { figureLine } from '#press/figure-line.ts';
import { VISUALS, visualPath } from '#press/visuals.ts';
import { entryOf, readOf } from '../../support/entries.ts';

const figure = (changes: Readonly<Record<string, unknown>>) => readOf('figures', entryOf('figures', changes)) as Figure;

test.each([
  [{ asOf: '2026-01' }, '18\u00a0cantines (janvier 2026). Source\u00a0: Un rapport, https://exemple.org/chiffres'],
  [{}, '18\u00a0cantines. Source\u00a0: Un rapport, https://exemple.org/chiffres'],
  [
    { value: 97.5, unit: '% des convives', asOf: 2023 },
    '97,5\u00a0%\u00a0des convives (2023). Source\u00a0: Un rapport, https://exemple.org/chiffres',
  ],
  [
    { value: 66.7, display: 'deux tiers', unit: 'des Français' },
    'deux tiers des Français. Source\u00a0: Un rapport, https://exemple.org/chiffres',
  ],
])('a figure to copy never goes without its source: %o', (changes, line) => {
  expect(figureLine(figure(changes))).toBe(line);
});

test.each(VISUALS)('$name is a picture that stands alone', ({ svg, name }) => {
  const document = XmlDocument.fromString(svg);
  expect(document.root.name).toBe('svg');
  document.dispose();
  // Out of a page, nothing gives a custom property its value, and no class its style.
  expect(svg).not.toMatch(/var\(|class=|<script|<image|href="http/);
  expect(visualPath({ name })).toMatch(/^\/presse\/visuels\/[a-z0-9-]+\.svg$/);
});

test('no two visuals bear one name', () => {
  expect(new Set(VISUALS.map(({ name }) => name)).size).toBe(VISUALS.length);
});
