import { describe, expect, test } from 'vitest';
import { allShards } from '#places/all-shards.ts';
import { answerPlace, placeIn } from '#search/place-answer.ts';

const shards = allShards();
const answer = (typed: string, ...written: string[]) =>
  answerPlace(
    typed,
    (name) => (shards.has(name) ? Promise.resolve(shards.get(name)) : Promise.reject(new Error(name))),
    { written: (word) => written.find((each) => each.toLowerCase() === word.toLowerCase()) },
  );

describe('placeIn', () => {
  test.each([
    ['69600 demain midi', '69600', true, true],
    ['Clamecy', 'Clamecy', false, true],
    ['une cantine près d’Oullins', 'Oullins', true, true],
    ['manger à Toulouse ?', 'Toulouse', true, true],
    ['cantine solidaire Roubaix', 'Roubaix', true, true],
    ['combien coûte un repas à Oullins', 'Oullins', true, false],
    ['Les Lilas', 'Lilas', false, true],
    ['lyon 9', 'lyon 9', false, true],
    ['69600 Oullins', 'Oullins 69600', true, false],
  ])('%s: %s', (typed, text, isSure, isAlone) => {
    expect(placeIn(typed)).toMatchObject({ text, isSure, isAlone, isTerritory: false });
  });

  test.each([
    ['75', '75', true],
    ['cantines 2B', '2B', true],
    ['dans le 69', '69', true],
    ['en Bretagne', 'Bretagne', true],
    ['manger dans les Côtes-d’Armor ?', "Côtes-d'Armor", true],
    ['ouvrir une cantine en Ille-et-Vilaine', 'Ille-et-Vilaine', false],
  ])('%s: the territory %s', (typed, text, isAlone) => {
    expect(placeIn(typed)).toMatchObject({ text, isAlone, isTerritory: true });
  });

  test.each(['', '?', '1', 'où manger', 'une petite cantine', '1234', '123456'])('no place in « %s »', (typed) => {
    expect(placeIn(typed)).toBeUndefined();
  });
});

describe('answerPlace', () => {
  test.each([
    ['58500', 'Les cantines près de 58500', '/cantines/?lieu=58500'],
    ['Clamecy (58)', 'Les cantines près de Clamecy (58)', '/cantines/?lieu=clamecy-58079'],
    ['manger au Havre', 'Les cantines près du Havre (76)', '/cantines/?lieu=le-havre-76351'],
    ['Les Lilas', 'Les cantines près des Lilas (93)', '/cantines/?lieu=les-lilas-93045'],
    ['manger à nantes ce midi', 'Les cantines près de Nantes (44)', '/cantines/?lieu=nantes-44109'],
    ['une cantine à Rennes en fauteuil', 'Les cantines près de Rennes (35)', '/cantines/?lieu=rennes-35238'],
    ['Dijon samedi soir', 'Les cantines près de Dijon (21)', '/cantines/?lieu=dijon-21231'],
    [
      'à Châtillon en Bazois',
      'Les cantines près de Châtillon-en-Bazois (58)',
      '/cantines/?lieu=chatillon-en-bazois-58065',
    ],
    ['35000 Rennes', 'Les cantines près de Rennes (35)', '/cantines/?lieu=rennes-35238'],
    [
      'repas 69600 combien',
      'Les cantines près d’Oullins-Pierre-Bénite (69)',
      '/cantines/?lieu=oullins-pierre-benite-69149',
    ],
    ['manger à Genève', 'Les cantines près de Genève (Suisse)', '/cantines/?lieu=voisin-geneve'],
    ['où manger à Caluire', 'Les cantines près de Caluire-et-Cuire (69)', '/cantines/?lieu=caluire-et-cuire-69034'],
  ])('%s: %s', async (typed, title, url) => {
    expect(await answer(typed)).toMatchObject({ title, url });
  });

  test.each([
    ['75', 'Paris (75) : les cantines du département', '/cantines/?lieu=departement-75'],
    ['2b', 'Haute-Corse (2B) : les cantines du département', '/cantines/?lieu=departement-2B'],
    ['en Bretagne', 'Bretagne : les cantines de la région', '/cantines/?lieu=region-53'],
    // Two communes bear its name.
    ['bretagne', 'Bretagne : les cantines', '/cantines/?lieu=bretagne'],
    [
      'cantines ille et vilaine',
      'Ille-et-Vilaine (35) : les cantines du département',
      '/cantines/?lieu=departement-35',
    ],
    ['département du Rhône', 'Rhône (69) : les cantines du département', '/cantines/?lieu=departement-69'],
    ['manger dans le Nord', 'Nord (59) : les cantines du département', '/cantines/?lieu=departement-59'],
    ['paca', 'Provence-Alpes-Côte d’Azur : les cantines de la région', '/cantines/?lieu=region-93'],
    ['Paris', 'Les cantines près de Paris (75)', '/cantines/?lieu=paris-75056'],
  ])('%s: %s', async (typed, title, url) => {
    expect(await answer(typed, 'nord')).toMatchObject({ title: title.replace(' :', '\u00a0:'), url });
  });

  test.each(['manger en terrasse', 'cuisiner en équipe', 'un repas dans la rue', 'nord', '99', '123'])(
    'no territory is meant by « %s »',
    async (typed) => {
      expect(await answer(typed, 'nord')).toBeUndefined();
    },
  );

  test('offers the namesakes, and chooses none', async () => {
    const found = await answer('Saint-Denis');
    expect(found).toMatchObject({ title: 'Les cantines près de Saint-Denis', url: '/cantines/?lieu=Saint-Denis' });
    expect(found?.choices.map(({ label }) => label)).toContain('Saint-Denis (93)');
    expect(found?.choices.length).toBeGreaterThan(1);
  });

  test.each([
    ['Aix', ['Aix-en-Provence (13)', 'Aix-les-Bains (73)', 'Aix (19)']],
    ['manger à Villefranche', ['Villefranche-sur-Saône (69)', 'Villefranche (89)']],
    ['Romans', ['Romans-sur-Isère (26)', 'Romans (79)', 'Romans (01)']],
    ['Saint-Ouen', ['Saint-Ouen-sur-Seine (93)']],
    ['cantine à La Réunion', ['La Réunion (974)', 'La Réunion (47)']],
    ['Vienne', ['Vienne (86)', 'Vienne (38)']],
  ])('%s: offers those that the finder offers', async (typed, expected) => {
    const labels = (await answer(typed))?.choices.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(expected));
  });

  test('towns that begin so are called by what was typed', async () => {
    expect((await answer('aix'))?.title).toBe('Les cantines près d’Aix');
  });

  test.each(['subvention de 15000 euros', 'aide de 50000 € fondation', 'budget 20000'])(
    'an amount is no postcode: %s',
    async (typed) => {
      expect(await answer(typed)).toBeUndefined();
    },
  );

  test('takes a word that pages write with a small letter for a word', async () => {
    expect(await answer('est-ce réservé aux pauvres', 'pauvres')).toBeUndefined();
    expect(await answer('don', 'don')).toBeUndefined();
    expect(await answer('manger à Sens', 'sens')).toMatchObject({ title: 'Les cantines près de Sens (89)' });
    expect(await answer('valence', 'Valence')).toBeDefined();
  });

  test.each(['prix libre', 'xylophage', '00000', ''])('has none for « %s »', async (typed) => {
    expect(await answer(typed)).toBeUndefined();
  });

  test('is none when places cannot be looked up', async () => {
    const broken = () => Promise.reject(new Error('offline'));
    expect(await answerPlace('69600', broken, { written: () => undefined })).toBeUndefined();
  });
});
