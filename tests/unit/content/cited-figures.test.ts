import { describe, expect, test } from 'vitest';
import { figuresCitedIn, withFigures, type Citable } from '#content/cited-figures.ts';
import { renderMarkdown } from '#content/markdown.ts';

const figure = (id: string, data: Partial<Citable['data']>): Citable => ({
  id,
  data: { value: 80_011, display: undefined, unit: '€ de recettes', asOf: '2025', yearly: true, ...data },
});
const FIGURES = [
  figure('seuil', {}),
  figure('delai', { value: 6, unit: 'mois', asOf: '2024' }),
  figure('prix-libre', { display: '60 à 80 %', yearly: false, asOf: undefined }),
];
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
const read = async (markdown: string) => plain(withFigures(await renderMarkdown(markdown), FIGURES));

describe('a text that cites a figure', () => {
  test.each([
    ['says what its entry says', 'Jusqu’à [76 679 €](/chiffres/#seuil).', 'Jusqu’à 80 011 € (chiffre de 2025).'],
    ['whatever its unit', 'Dans les [3 mois](/chiffres/#delai).', 'Dans les 6 mois (chiffre de 2024).'],
    ['in bold too', '**[1 €](/chiffres/#seuil)**', '80 011 € (chiffre de 2025)'],
    ['or with its amount in bold', '[**1 €**](/chiffres/#seuil)', '80 011 € (chiffre de 2025)'],
    ['keeps its words', '[le seuil](/chiffres/#seuil) compte', 'le seuil (chiffre de 2025) compte'],
    ['bears no year that does not change', '[60 %](/chiffres/#prix-libre) des charges', '60 à 80 % des charges'],
    ['of another site is left alone', '[1 €](https://exemple.org/chiffres/#seuil)', '1 €'],
    ['that is gone is left alone', '[1 €](/chiffres/#absent)', '1 €'],
  ])('%s', async (_name, markdown, text) => {
    expect(await read(markdown)).toBe(text);
  });

  test('bears its year out of the bold of its amount', async () => {
    expect(withFigures(await renderMarkdown('[**1 €**](/chiffres/#seuil)'), FIGURES)).toContain(
      '<strong>80\u202f011\u00a0€</strong></a> (<figure-year',
    );
  });

  test('tells the browser which year to read again', async () => {
    expect(withFigures(await renderMarkdown('[1 €](/chiffres/#seuil)'), FIGURES)).toContain(
      '<figure-year data-as-of="2025">chiffre de 2025</figure-year>',
    );
  });
});

test('the figures of texts, each once', () => {
  expect(
    figuresCitedIn(['[a](/chiffres/#seuil) [b](/chiffres/#delai)', 'rien', '[c](/chiffres/#seuil) [d](/chiffres/)']),
  ).toEqual(['seuil', 'delai']);
});
