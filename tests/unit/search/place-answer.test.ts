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
  ])('%s: %s', (typed, text, isSure, isAlone) => {
    expect(placeIn(typed)).toEqual({ text, isSure, isAlone });
  });

  test.each(['', '?', '12', 'où manger', 'une petite cantine', '1234', '123456'])('no place in « %s »', (typed) => {
    expect(placeIn(typed)).toBeUndefined();
  });
});

describe('answerPlace', () => {
  test.each([
    ['58500', 'Les cantines près de 58500', '/cantines/?lieu=58500'],
    ['Clamecy (58)', 'Les cantines près de Clamecy (58)', '/cantines/?lieu=clamecy-58079'],
    ['manger au Havre', 'Les cantines près du Havre (76)', '/cantines/?lieu=le-havre-76351'],
    ['Les Lilas', 'Les cantines près des Lilas (93)', '/cantines/?lieu=les-lilas-93045'],
    ['où manger à Caluire', 'Les cantines près de Caluire-et-Cuire (69)', '/cantines/?lieu=caluire-et-cuire-69034'],
  ])('%s: %s', async (typed, title, url) => {
    expect(await answer(typed)).toMatchObject({ title, url });
  });

  test('offers the namesakes, and chooses none', async () => {
    const found = await answer('Saint-Denis');
    expect(found).toMatchObject({ title: 'Les cantines près de Saint-Denis', url: '/cantines/?lieu=Saint-Denis' });
    expect(found?.choices.map(({ label }) => label)).toContain('Saint-Denis (93)');
    expect(found?.choices.length).toBeGreaterThan(1);
  });

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
