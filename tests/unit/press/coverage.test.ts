import { describe, expect, test } from 'vitest';
import { byYear, coverageOf, type Citing } from '#press/coverage.ts';
import { mediumOf } from '#press/media.ts';
import { networkEntries } from '../../support/network.ts';

const BRUZ = { slug: 'bruz', name: 'Bruz' };
const CROIX = { slug: 'croix', name: 'Croix' };
const citing = (url: string, more: Partial<Citing> & { publishedOn?: string } = {}): Citing => {
  const { publishedOn, ...rest } = more;
  return { sources: [{ url, publishedOn }], ...rest };
};

/** As editors list them. */
const MEDIA = [
  { site: 'rcf.fr', name: 'RCF' },
  { site: 'lhotellerie-restauration.fr', name: 'L’Hôtellerie Restauration' },
  { site: 'marcelle.media', name: 'Marcelle' },
  { site: 'maville.com', name: 'maville' },
  { site: 'francetvinfo.fr', name: 'franceinfo' },
  { site: 'france3-regions.francetvinfo.fr', name: 'France 3' },
  { site: 'pressreader.com/france/la-tribune-de-lyon', name: 'La Tribune de Lyon' },
  { site: 'pokaa.fr', name: 'Pokaa' },
  { site: '20minutes.fr', name: '20 Minutes' },
  { site: 'europesays.com', name: 'EuropeSays' },
];
type Cited = NonNullable<Citing['references']>[number];
const reference = (more: Partial<Cited>): Cited => ({
  title: 'Une table',
  kind: 'presse',
  container: undefined,
  publishedOn: undefined,
  url: undefined,
  ...more,
});

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
    ['https://www.pressreader.com/france/la-tribune-de-lyon/20220421/1', 'La Tribune de Lyon'],
    ['https://www.pressreader.com/france/le-progres-lyon/20220421/1', undefined],
    ['https://www.pressreader.com/france/la-tribune-de-lyonnais/1', undefined],
  ])('%s', (url, medium) => {
    expect(mediumOf(url, MEDIA)).toBe(medium);
  });
});

describe('the articles', () => {
  test('are those of the press, each once, with every cantine that cites it', () => {
    expect(
      coverageOf(
        [
          citing('https://www.rcf.fr/a', { about: BRUZ }),
          citing('http://rcf.fr/a/', { about: CROIX }),
          citing('https://rcf.fr/a', { about: BRUZ }),
          citing('https://www.paris.fr/a', { about: BRUZ }),
        ],
        MEDIA,
      ),
    ).toEqual([{ url: 'https://www.rcf.fr/a', medium: 'RCF', cantines: [BRUZ, CROIX] }]);
  });

  test('take the most precise of their dates, and the title that a text gives', () => {
    expect(
      coverageOf(
        [
          citing('https://rcf.fr/a', { publishedOn: '2024' }),
          citing('https://rcf.fr/a', { publishedOn: '2024-08-26' }),
          citing('https://rcf.fr/a', { references: [reference({ url: 'https://rcf.fr/a' })] }),
        ],
        MEDIA,
      ),
    ).toEqual([
      { url: 'https://rcf.fr/a', medium: 'RCF', title: 'Une table', publishedOn: '2024-08-26', cantines: [] },
    ]);
  });

  test('are those of the references too, under the name that these give when no medium of the list is theirs', () => {
    const references = [
      reference({ url: 'https://rcf.fr/a', publishedOn: '2024' }),
      reference({ url: 'https://gazette.exemple.org/b', container: 'La Gazette', title: 'Une autre' }),
      reference({ url: 'https://revue.exemple.org/c', container: 'Une revue', kind: 'article' }),
      reference({ container: 'La Gazette', title: 'Sur papier' }),
    ];
    expect(coverageOf([{ sources: [], references }], MEDIA)).toEqual([
      { url: 'https://rcf.fr/a', medium: 'RCF', title: 'Une table', publishedOn: '2024', cantines: [] },
      { url: 'https://gazette.exemple.org/b', medium: 'La Gazette', title: 'Une autre', cantines: [] },
    ]);
  });

  test.each([
    ['https://www.lyonmag.com/article/113761', 'Lyon Mag'],
    ['https://www.ouest-france.fr/a', 'Ouest-France'],
    ['https://www.pressreader.com/france/la-tribune-de-lyon/20190718/282303911717206', 'La Tribune de Lyon'],
  ])('take %s, of a medium that editors list', (url, medium) => {
    const [settings] = networkEntries('settings');
    expect(coverageOf([citing(url)], settings?.data.media ?? [])).toEqual([{ url, medium, cantines: [] }]);
  });

  test.each([
    ['https://rcf.fr/a', 'RCF'],
    ['https://20minutes.fr/lille/a', '20 Minutes Lille'],
    ['https://www.europesays.com/a', 'Europe Says'],
  ])('%s does not say its medium twice', (url, title) => {
    const [article] = coverageOf([citing(url, { references: [reference({ url, title })] })], MEDIA);
    expect(article?.title).toBeUndefined();
  });

  test('stand by year, the newest first, those without a date last', () => {
    const articles = coverageOf(
      [
        citing('https://rcf.fr/sans'),
        citing('https://rcf.fr/2023', { publishedOn: '2023' }),
        citing('https://pokaa.fr/2025', { publishedOn: '2025-11' }),
        citing('https://rcf.fr/2025', { publishedOn: '2025' }),
      ],
      MEDIA,
    );
    expect(byYear(articles).map(([year, some]) => [year, some.map(({ url }) => url)])).toEqual([
      ['2025', ['https://pokaa.fr/2025', 'https://rcf.fr/2025']],
      ['2023', ['https://rcf.fr/2023']],
      [undefined, ['https://rcf.fr/sans']],
    ]);
  });
});
