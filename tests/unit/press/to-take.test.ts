import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import type { Figure } from '#schemas/figures.ts';
import { copiedText } from '#press/copied-text.ts';
import { sayDoubt } from '#figures/told.ts';
import { figureLine } from '#press/figure-line.ts';
import { VISUALS, visualPath } from '#press/visuals.ts';
import { entryOf, readOf } from '../../support/entries.ts';
import { networkEntries } from '../../support/network.ts';

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
  [
    {
      value: 6,
      unit: "mois d'attente : c'est long",
      sourceTitle: "L'enquête : 2 %",
      source: "https://exemple.org/l'avis...html",
    },
    "6\u00a0mois d’attente\u00a0: c’est long. Source\u00a0: L’enquête\u00a0: 2\u00a0%, https://exemple.org/l'avis...html",
  ],
])('a figure to copy never goes without its source: %o', (changes, line) => {
  expect(figureLine(figure(changes))).toBe(line);
});

describe('a presentation to copy', () => {
  const amount = { value: 19_000, unit: 'convives par an', asOf: '2025' };
  const figures = [{ id: 'convives', data: figure(amount) }];

  test('is the text that one reads, without a mark nor an address of this site', () => {
    const written =
      "**L'essentiel** et [nos chiffres](/chiffres/) :\n\n\n- [l’étude](https://exemple.org/l'etude)\n- fin";
    expect(copiedText(written, figures)).toBe(
      'L’essentiel et nos chiffres\u00a0:\n\n– l’étude (https://exemple.org/l%27etude)\n– fin',
    );
  });

  test('says the amounts of its figures as they are shown, and keeps their words', () => {
    const written = '[**18 000 convives**](/chiffres/#convives), [nos convives](/chiffres/#convives)';
    expect(copiedText(written, figures)).toBe('19\u202f000\u00a0convives, nos convives');
  });
});

test('a figure to copy says what another source gives', () => {
  const figures = networkEntries('figures');
  const counted = figures.find(({ id }) => id === 'cantines-2026-01');
  expect(counted && figureLine(counted.data, sayDoubt(counted, figures))).toMatch(
    /^18\u00a0cantines \(janvier 2026\), ou 17 selon EUROTODAY\. Source\u00a0: Maville, https:/,
  );
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
