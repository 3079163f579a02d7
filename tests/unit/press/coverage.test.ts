import { describe, expect, test } from 'vitest';
import { byYear, coverageOf, type Citing } from '#press/coverage.ts';
import { mediumOf } from '#press/media.ts';

const BRUZ = { slug: 'bruz', name: 'Bruz' };
const CROIX = { slug: 'croix', name: 'Croix' };
const citing = (url: string, more: Partial<Citing> & { publishedOn?: string } = {}): Citing => {
  const { publishedOn, ...rest } = more;
  return { sources: [{ url, publishedOn }], ...rest };
};

describe('a medium', () => {
  test.each([
    ['https://www.rcf.fr/a', 'RCF'],
    ['https://m.lhotellerie-restauration.fr/a', 'L’Hôtellerie Restauration'],
    ['https://dev.marcelle.media/?p=1', 'Marcelle'],
    ['https://lemans.maville.com/a', 'maville'],
    ['https://france3-regions.francetvinfo.fr/bretagne/', 'France 3'],
    ['https://www.francetvinfo.fr/a', 'franceinfo'],
    ['https://www.loire.fr/a', undefined],
    ['https://jobs.makesense.org/a', undefined],
    ['https://rcf.fr.exemple.org/a', undefined],
  ])('%s', (url, medium) => {
    expect(mediumOf(url)).toBe(medium);
  });
});

describe('the articles', () => {
  test('are those of the press, each once, with every cantine that cites it', () => {
    expect(
      coverageOf([
        citing('https://www.rcf.fr/a', { about: BRUZ }),
        citing('http://rcf.fr/a/', { about: CROIX }),
        citing('https://rcf.fr/a', { about: BRUZ }),
        citing('https://www.paris.fr/a', { about: BRUZ }),
      ]),
    ).toEqual([{ url: 'https://www.rcf.fr/a', medium: 'RCF', cantines: [BRUZ, CROIX] }]);
  });

  test('take the most precise of their dates, and the title that a text gives', () => {
    expect(
      coverageOf([
        citing('https://rcf.fr/a', { publishedOn: '2024' }),
        citing('https://rcf.fr/a', { publishedOn: '2024-08-26' }),
        citing('https://rcf.fr/a', { references: [{ url: 'https://rcf.fr/a', title: 'Une table' }] }),
      ]),
    ).toEqual([
      { url: 'https://rcf.fr/a', medium: 'RCF', title: 'Une table', publishedOn: '2024-08-26', cantines: [] },
    ]);
  });

  test.each([
    ['https://rcf.fr/a', 'RCF'],
    ['https://20minutes.fr/lille/a', '20 Minutes Lille'],
    ['https://www.europesays.com/a', 'Europe Says'],
  ])('%s does not say its medium twice', (url, title) => {
    const [article] = coverageOf([citing(url, { references: [{ url, title }] })]);
    expect(article?.title).toBeUndefined();
  });

  test('stand by year, the newest first, those without a date last', () => {
    const articles = coverageOf([
      citing('https://rcf.fr/sans'),
      citing('https://rcf.fr/2023', { publishedOn: '2023' }),
      citing('https://pokaa.fr/2025', { publishedOn: '2025-11' }),
      citing('https://rcf.fr/2025', { publishedOn: '2025' }),
    ]);
    expect(byYear(articles).map(([year, some]) => [year, some.map(({ url }) => url)])).toEqual([
      ['2025', ['https://pokaa.fr/2025', 'https://rcf.fr/2025']],
      ['2023', ['https://rcf.fr/2023']],
      [undefined, ['https://rcf.fr/sans']],
    ]);
  });
});
