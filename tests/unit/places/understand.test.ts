/** What a visitor may mean by a place: the one, or those between which one chooses. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allShards } from '#places/all-shards.ts';
import { isArea, labelOfChoice, sayChoice, whereOfChoice, type Choice } from '#places/area.ts';
import { slipsBetween } from '#places/spelling.ts';
import { tokenOfChoice, understand } from '#places/understand.ts';
import { askWhich, noteOn } from '#places/words.ts';
import { networkRecords } from '../../support/cantine-records.ts';

const shards = allShards();
const fetchShard = (shard: string): Promise<unknown> =>
  shards.has(shard) ? Promise.resolve(shards.get(shard)) : Promise.reject(new Error(shard));
const landmarks = networkRecords();
const known = { areas: true, landmarks };
const mean = (text: string, over: Partial<typeof known> = {}) => understand(text, fetchShard, { ...known, ...over });
const labels = (choices: readonly Choice[]) => choices.map(labelOfChoice);

describe('one place', () => {
  test.each([
    // The names people say of a cantine.
    ['Vaise', 'Lyon Vaise'],
    ['lyon vaise', 'Lyon Vaise'],
    ['Croix-Rousse', 'Lyon Croix-Rousse'],
    ['la croix rousse', 'Lyon Croix-Rousse'],
    ['Vieux Lyon', 'Lyon Vieux-Lyon'],
    ['Félix Faure', 'Lyon Félix-Faure'],
    // A commune leads to its cantine by itself.
    ['Oullins', 'Oullins (69)'],
    ['les lilas', 'Les Lilas (93)'],
    ['Lilas', 'Les Lilas (93)'],
    ['Paris 13e', 'Paris 13e arrondissement (75)'],
    ['Paris', 'Paris (75)'],
    ['Havre', 'Le Havre (76)'],
    // Territories, by their code, their name, and what people call them.
    ['75', 'Paris (75)'],
    ['69', 'Rhône (69)'],
    ['01', 'Ain (01)'],
    ['07', 'Ardèche (07)'],
    ['2a', 'Corse-du-Sud (2A)'],
    // As the field writes it.
    ['Loire (42)', 'Loire (42)'],
    ['ain (01)', 'Ain (01)'],
    ['20', 'Corse'],
    ['974', 'La Réunion (974)'],
    ['Rhône', 'Rhône (69)'],
    ['val d’oise', 'Val-d’Oise (95)'],
    ['Auvergne Rhône Alpes', 'Auvergne-Rhône-Alpes'],
    ['PACA', 'Provence-Alpes-Côte d’Azur'],
    ['Île de France', 'Île-de-France'],
    ['Mayotte', 'Mayotte (976)'],
    // Beyond the border.
    ['Genève', 'Genève (Suisse)'],
    ['bruxelles', 'Bruxelles (Belgique)'],
    ['Basel', 'Bâle (Suisse)'],
    ['Sarrebruck', 'Sarrebruck (Allemagne)'],
    ['Monaco', 'Monaco'],
    // The only one that begins so, and a code that is no postcode.
    ['Villeur', 'Villeurbanne (69)'],
    ['69123', 'Lyon (69)'],
    // A name and its département tell one.
    ['Saint-Denis 93', 'Saint-Denis (93)'],
    ['Romans (26)', 'Romans-sur-Isère (26)'],
  ])('%s', async (text, label) => {
    const { choices, how } = await mean(text);
    expect([how, choices[0] && labelOfChoice(choices[0])]).toEqual(['one', label]);
  });
});

describe('several places are offered, and none is chosen', () => {
  test.each([
    ['Saint-Denis', ['Saint-Denis (974)', 'Saint-Denis (93)', 'Saint-Denis (11)', 'Saint-Denis (30)']],
    ['Romans', ['Romans-sur-Isère (26)', 'Romans (79)', 'Romans (01)']],
    ['Saint-Ouen', ['Saint-Ouen-sur-Seine (93)', 'Saint-Ouen (41)', 'Saint-Ouen (80)']],
    ['Aix', ['Aix-en-Provence (13)', 'Aix-les-Bains (73)', 'Aix (19)']],
    ['Croix', ['Croix (59)', 'Croix (90)']],
    ['Clamecy', ['Clamecy (58)', 'Clamecy (02)']],
    ['Loire', ['Loire (42)', 'Loiré (49)']],
    ['La Réunion', ['La Réunion (974)', 'La Réunion (47)']],
    ['Bretagne', ['Bretagne', 'Bretagne (36)', 'Bretagne (90)']],
    ['Tournai', ['Tournai (Belgique)', 'Tournai-sur-Dive (61)']],
  ])('%s', async (text, among) => {
    const { choices, how } = await mean(text);
    expect(how).toBe('several');
    expect(labels(choices)).toEqual(expect.arrayContaining(among));
    expect(askWhich(text, how)).toContain('lequel est le vôtre');
  });

  test('what begins as several do', async () => {
    const { choices, how } = await mean('Greno');
    expect([how, labels(choices)]).toEqual(['begun', ['Grenoble (38)', 'Grenois (58)']]);
  });
});

describe('a place that nobody knows', () => {
  test.each([
    ['Grenobel', 'Grenoble (38)'],
    ['Strasbuorg', 'Strasbourg (67)'],
    ['vilurbanne', 'Villeurbanne (69)'],
    ['Vaize', 'Lyon Vaise'],
    ['Bretaggne', 'Bretagne'],
    ['Geneeve', 'Genève (Suisse)'],
    ['75999', 'Paris (75)'],
  ])('%s: what is spelled nearly so', async (text, label) => {
    const { choices, how } = await mean(text);
    expect([how, labels(choices)[0]]).toEqual(['like', label]);
  });

  test.each(['l’Atlantide', 'nulle part sur terre', '99999', '__proto__', '😀', '-', ''])(
    '%j: nothing, and what to do',
    async (text) => {
      expect(await mean(text)).toEqual({ choices: [], how: 'none' });
      const words = askWhich(text, 'none');
      expect(words).toMatch(/La liste reste entière|essayez le nom de la commune/);
      expect(words).not.toContain('ne connaissons pas');
    },
  );
});

describe('where only a commune has a meaning', () => {
  test.each([
    ['69', 'begun'],
    ['Rhône', 'none'],
    ['Genève', 'none'],
    ['Vaise', 'none'],
  ])('%s: %s', async (text, how) => {
    const found = await mean(text, { areas: false, landmarks: [] });
    expect(found.how === 'like' ? 'none' : found.how).toBe(how);
    expect(found.choices.filter(isArea)).toEqual([]);
  });
});

test('every choice is found again by what an address says of it', async () => {
  const texts = ['Vaise', '69', 'Bretagne', 'Genève', 'Saint-Denis', '75020', 'Aix', 'Loire', 'La Réunion', 'Paris'];
  for (const text of texts) {
    for (const choice of (await mean(text)).choices) {
      const again = await mean(tokenOfChoice(choice));
      expect([again.how, again.choices[0]]).toEqual(['one', choice]);
    }
  }
});

test('whatever is typed, one is sure or several are offered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.constantFrom('st ', 'aix(', '69 ', 'la ', '2b')), async (text) => {
      const { choices, how } = await mean(text);
      expect(how === 'none').toBe(choices.length === 0);
      if (how === 'several' || how === 'begun') expect(choices.length).toBeGreaterThan(1);
      expect(new Set(choices.map(tokenOfChoice)).size).toBe(choices.length);
    }),
  );
});

test('a list that does not come is told', async () => {
  for (const missing of ['index', 'zones']) {
    const without = (shard: string) => (shard === missing ? Promise.reject(new Error(shard)) : fetchShard(shard));
    await expect(understand('Vaise', without, known)).rejects.toThrow(missing);
  }
});

describe('how a place is called', () => {
  test.each([
    ['Vaise', 'Lyon Vaise', 'la cantine', ''],
    ['69', 'Rhône (69)', 'département 69', 'Les distances partent du milieu de ce département.'],
    ['Bretagne', 'Bretagne', 'région', 'Les distances partent du milieu de cette région.'],
    ['Genève', 'Genève (Suisse)', 'Suisse', ''],
    ['Saint-Denis 93', 'Saint-Denis (Seine-Saint-Denis)', 'Seine-Saint-Denis (93), 93200…', ''],
    ['Paris', 'Paris', 'Paris (75), 75001…', ''],
    ['Paris 20e', 'Paris 20e arrondissement', 'Paris (75), 75020', 'milieu de l’arrondissement'],
    ['Lyon 9e', 'Lyon 9e arrondissement (Rhône)', 'Rhône (69), 69009', 'milieu de l’arrondissement'],
  ])('%s', async (text, said, where, note) => {
    const [choice] = (await mean(text)).choices;
    if (!choice) throw new Error(text);
    expect([sayChoice(choice), whereOfChoice(choice)]).toEqual([said, where]);
    expect(noteOn(choice)).toContain(note);
  });
});

test.each([
  ['grenobel', 'grenoble', 1],
  ['oulins', 'oullins', 1],
  ['lyno', 'lyon', 1],
  ['lyon', 'lyon', 0],
  ['abcd', 'badc', 3],
])('from %s to %s: %i', (one, other, slips) => {
  expect(slipsBetween(one, other)).toBe(slips);
});
