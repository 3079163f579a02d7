/** From what a visitor types to the nearest cantines, without any server. */
import { describe, expect, test } from 'vitest';
import type { Point } from '#domain/distance.ts';
import { find, type CantineRecord } from '#cantines/finder/finder.ts';
import { pointOf } from '#places/point.ts';
import { isArea } from '#places/area.ts';
import { isFarAbroad } from '#places/geolocation.ts';
import { suggest, tokenOf } from '#places/lookup.ts';
import { keyOf } from '#places/normalise.ts';
import { labelOf, type Place } from '#places/place.ts';
import { placeShards } from '#places/shards.ts';
import { understand } from '#places/understand.ts';
import { noteOn } from '#places/words.ts';
import { networkEntries } from '../../support/network.ts';

const shards = placeShards();
const fetchShard = (shard: string): Promise<unknown> =>
  shards.has(shard) ? Promise.resolve(shards.get(shard)) : Promise.reject(new Error(shard));
/** The one place that a text names, without a question. */
async function resolve(text: string, from = fetchShard): Promise<Place | undefined> {
  const { choices, how } = await understand(text, from, { areas: false, landmarks: [] });
  const [first] = choices;
  return how === 'one' && first && !isArea(first) ? first : undefined;
}
const labels = async (query: string, limit?: number) => (await suggest(query, fetchShard, limit)).map(labelOf);

const cantines = networkEntries('cantines').flatMap(({ data }) => {
  const { status, title } = data;
  const point = pointOf(data);
  return status === 'open' && point ? { title, point } : [];
});

/** Kilometres by the spherical law of cosines: another formula than that of the site, in degrees of arc. */
function arcKm(a: Point, b: Point): number {
  const [phi, psi, turn] = [a.latitude, b.latitude, b.longitude - a.longitude].map((each) => (each / 180) * Math.PI);
  if (phi === undefined || psi === undefined || turn === undefined) return NaN;
  const cosine = Math.sin(phi) * Math.sin(psi) + Math.cos(phi) * Math.cos(psi) * Math.cos(turn);
  return (Math.acos(Math.max(-1, Math.min(1, cosine))) / Math.PI) * 20_015.115;
}

const byArc = (from: Point) =>
  cantines
    .toSorted((a, b) => arcKm(from, a.point) - arcKm(from, b.point) || a.title.localeCompare(b.title, 'fr'))
    .slice(0, 3)
    .map(({ title }) => title);

const bySite = (origin: Point) => {
  const records = cantines.map(({ title, point }): CantineRecord => ({
    slug: title,
    title,
    status: 'open',
    point,
    timetable: {
      timezone: 'Europe/Paris',
      slots: [],
      exceptions: [],
      publicHolidays: 'unknown',
      holidayZone: 'metropole',
    },
    cookBooking: 'unknown',
    eatBooking: 'unknown',
    wheelchairToilet: 'unknown',
    asOf: {},
    stepFree: 'unknown',
    diets: [],
  }));
  return find(records, new Map(), { origin, questions: [] }).nearest.map(({ record }) => record.title);
};

// Known by their street alone, the cantines of Lyon stand in the middle of their districts: 9e, 5e, 2e.
const LYON = ['Lyon Vaise', 'Lyon Vieux-Lyon', 'Lyon Perrache'];

describe('the first three cantines', () => {
  test.each([
    // Postcodes: of one commune, of several, of a district, overseas.
    ['38000', 'Grenoble (38)', 'exact', ['Grenoble', 'Annecy', 'Oullins']],
    ['59170', 'Croix (59)', 'exact', ['Croix', 'Bagnolet', 'Paris 13e']],
    ['69009', 'Lyon 9e arrondissement (69)', 'district', LYON],
    ['67000 Strasbourg', 'Strasbourg (67)', 'exact', ['Strasbourg', 'Metz', 'Annecy']],
    ['97133', 'Saint-Barthélemy (977)', 'departement', ['Bruz', 'Bordeaux', 'Paris 13e']],
    // Homonyms, told apart by their département.
    ['Saint-Denis (93)', 'Saint-Denis (93)', 'exact', ['Bagnolet', 'Paris 13e', 'Croix']],
    ['st denis réunion', 'Saint-Denis (974)', 'exact', ['Aix-en-Provence', 'Grenoble', 'Annecy']],
    ['saint denis aude', 'Saint-Denis (11)', 'epci', ['Aix-en-Provence', 'Bordeaux', 'Montbrison']],
    ['Œuilly (51)', 'Œuilly (51)', 'postcode', ['Bagnolet', 'Paris 13e', 'Metz']],
    // Hyphens, apostrophes, « St », « Ste », accents left out.
    ['villefranche sur saone', 'Villefranche-sur-Saône (69)', 'exact', LYON],
    ['lisle dabeau', 'L’Isle-d’Abeau (38)', 'exact', ['Lyon Félix-Faure', 'Oullins', 'Lyon Perrache']],
    ['ste foy les lyon', 'Sainte-Foy-lès-Lyon (69)', 'exact', ['Oullins', 'Lyon Vieux-Lyon', 'Lyon Perrache']],
    ['Marseille 8ème', 'Marseille 8e arrondissement (13)', 'district', ['Aix-en-Provence', 'Grenoble', 'Oullins']],
    // Communes merged since.
    ['Annecy-le-Vieux', 'Annecy-le-Vieux (74)', 'exact', ['Annecy', 'Grenoble', 'Lyon Félix-Faure']],
    ['Lomme', 'Lomme (59)', 'exact', ['Croix', 'Bagnolet', 'Paris 13e']],
    ['Pierre Bénite', 'Pierre-Bénite (69)', 'exact', ['Oullins', 'Lyon Perrache', 'Lyon Vieux-Lyon']],
    // Islands and overseas.
    ['2A', 'Ajaccio (2A)', 'exact', ['Aix-en-Provence', 'Grenoble', 'Annecy']],
    ['Mamoudzou', 'Mamoudzou (976)', 'exact', ['Aix-en-Provence', 'Grenoble', 'Annecy']],
    // Nonsense.
    ['l’Atlantide', undefined, undefined, []],
    ['00000', undefined, undefined, []],
    ['<script>', undefined, undefined, []],
    ['__proto__', undefined, undefined, []],
  ] as const)('%s', async (query, label, precision, expected) => {
    const [place] = await suggest(query, fetchShard);
    expect(place && labelOf(place)).toBe(label);
    expect(place?.precision).toBe(precision);
    expect(place ? byArc(place) : []).toEqual(expected);
    expect(place ? bySite(place) : []).toEqual(expected);
  });
});

describe('one spelling for all', () => {
  test.each([
    ['L’Haÿ-les-Roses', "l'hay les roses"],
    ['Saint-Étienne', 'ST ETIENNE'],
    ['Saint-Étienne', 'St.-Etienne'],
    ['Sainte-Foy-lès-Lyon', 'ste-foy les lyon'],
    ['Plœuc-L’Hermitage', 'ploeuc l hermitage'],
    ['Villefranche-sur-Saône', 'Villefranche s/ Saône'],
    ['Lyon 9e arrondissement', 'lyon 09'],
    ['Paris 1er arrondissement', 'Paris 1er arr.'],
    ['Paris 2e arrondissement', 'paris 2ème'],
  ])('%s, %s', (name, typed) => {
    expect(keyOf(typed)).toBe(keyOf(name));
  });

  test('« st » alone is not yet « saint »', () => {
    expect(keyOf('st')).toBe('st');
    expect(keyOf('st ')).toBe('saint');
    expect(keyOf('Stains')).toBe('stains');
  });
});

describe('suggestions', () => {
  test.each([
    ['st', 'Strasbourg (67)'],
    ['st ', 'Saint-Étienne (42)'],
    ['havre', 'Le Havre (76)'],
    ['lilas', 'Les Lilas (93)'],
    ['Y', 'Y (80)'],
    ['paris 1', 'Paris 1er arrondissement (75)'],
    ['lyon cedex', 'Lyon (69)'],
    ['69 009', 'Lyon 9e arrondissement (69)'],
    ['75116', 'Paris 16e arrondissement (75)'],
    ['20000', 'Ajaccio (2A)'],
    ['2b', 'Bastia (2B)'],
    ['974', 'Saint-Denis (974)'],
    ['villefranche rhône', 'Villefranche-sur-Saône (69)'],
    ['Saint-Denis, 93', 'Saint-Denis (93)'],
  ])('%j: first %s', async (query, first) => {
    expect((await labels(query))[0]).toBe(first);
  });

  test('homonyms are all shown, each with its département', async () => {
    const saints = await labels('Sainte-Colombe');
    expect(saints.length).toBeGreaterThan(8);
    expect(new Set(saints).size).toBe(saints.length);
    expect(saints.every((label) => /^Sainte-Colombe \(\w+\)$/.test(label))).toBe(true);
  });

  test('no more than asked of those that are not homonyms', async () => {
    expect(await labels('saint', 3)).toHaveLength(3);
    expect(await labels('69')).toHaveLength(8);
  });

  test.each(['', ' ', '!!!', '1', '97', '12345', '69405 CEDEX 03', 'zzzz', 'constructor', '🍲'])(
    '%j: none',
    async (query) => {
      expect(await suggest(query, fetchShard)).toEqual([]);
    },
  );

  test('tells why shards do not come, and when they are not ours', async () => {
    await expect(suggest('Lyon', () => Promise.reject(new TypeError('offline')))).rejects.toThrow('offline');
    await expect(suggest('Lyon', () => Promise.resolve('<html>'))).rejects.toThrow('not a shard: index');
    const onlyIndex = (shard: string) => (shard === 'index' ? fetchShard(shard) : Promise.reject(new Error('404')));
    await expect(resolve('69009', onlyIndex)).rejects.toThrow('404');
  });
});

describe('what an address names', () => {
  test.each([
    // 69009 is the postcode of a district of Lyon and the INSEE code of Anse.
    ['69009', '69389'],
    ['anse-69009', '69009'],
    ['lyon-69009', '69389'],
    ['69123', '69123'],
    ['lyon-69123', '69123'],
    ['2A004', '2A004'],
    ['2a004', '2A004'],
    ['Saint-Denis (93)', '93066'],
    ['st-etienne-42218', '42218'],
    ['arboys-en-bugey-01015', '01015'],
  ])('%s', async (text, code) => {
    expect((await resolve(text))?.code).toBe(code);
  });

  test('a former commune that shares the code of today’s', async () => {
    const place = await resolve('arbignieu-01015');
    expect(place?.name).toBe('Arbignieu');
    expect(place?.formerOf).toBe('Arboys en Bugey');
    expect(place && tokenOf(place)).toBe('arbignieu-01015');
  });

  test('when its code does not come, by its name', async () => {
    const byName = (shard: string) =>
      shard.startsWith('code-') ? Promise.reject(new Error(shard)) : fetchShard(shard);
    for (const token of ['clamecy-58079', 'lyon-9e-arrondissement-69389', 'arbignieu-01015'])
      expect(await resolve(token, byName)).toEqual(await resolve(token));
    await expect(resolve('lyon-58079', byName)).rejects.toThrow('code-58');
    const nothing = (shard: string) => (shard === 'index' ? fetchShard(shard) : Promise.reject(new Error(shard)));
    await expect(resolve('clamecy-58079', nothing)).rejects.toThrow('code-58');
  });

  test.each(['', 'Lyo', '99999', 'zzz-69123', '-', '2C004', 'lieu=69009', '%00'])('%j: nothing', async (text) => {
    expect(await resolve(text)).toBeUndefined();
  });
});

describe('what is said of a place', () => {
  const named = async (query: string): Promise<Place> => {
    const [place] = await suggest(query, fetchShard);
    if (!place) throw new Error(query);
    return place;
  };

  test.each([
    ['Grenoble', ''],
    ['Lomme', 'Lomme fait aujourd’hui partie de Lille.'],
    [
      '69009',
      'Position approximative, d’après le milieu de l’arrondissement\u00a0: les distances disent «\u00a0environ\u00a0».',
    ],
    [
      'saint denis aude',
      'Position approximative, d’après les communes de son intercommunalité\u00a0: les distances disent «\u00a0environ\u00a0».',
    ],
  ])('%s', async (query, note) => {
    expect(noteOn(await named(query))).toBe(note);
  });
});

describe('far abroad', () => {
  test.each([
    ['Bruxelles', 50.85, 4.35, false],
    ['Bastia', 42.7, 9.45, false],
    ['Saint-Denis de La Réunion', -20.88, 55.45, false],
    ['Pointe-à-Pitre', 16.24, -61.53, false],
    ['Nouméa', -22.27, 166.45, false],
    ['Papeete', -17.53, -149.57, false],
    ['Tokyo', 35.68, 139.69, true],
    ['New York', 40.71, -74, true],
    ['nowhere, off Ghana', 0, 0, true],
  ])('%s', (_, latitude, longitude, far) => {
    expect(isFarAbroad({ latitude, longitude })).toBe(far);
  });
});
