/* eslint-disable @typescript-eslint/require-await -- what answers with promises is played by what answers at once. */
/** What is kept of a form that is not saved. */
import { describe, expect, test } from 'vitest';
import { keepWithin, type Copy } from '#admin/kept/copies.ts';
import { sayKept, sayOffer } from '#admin/kept/words.ts';

const NOW = Date.parse('2026-12-01T11:30:00Z');
const copy: Copy = {
  id: 'a',
  collection: 'cantines',
  slug: 'annecy',
  raw: '',
  keptAt: NOW,
  data: { title: 'Annecy' },
  files: [],
  missing: [],
};
const withPhoto: Copy = { ...copy, files: [{ name: 'table.jpg', path: 'public/uploads/table.jpg' }] };

/** A browser with room for so many more copies, and older ones to drop; a file takes the room of nine. */
function browser(room: number, older: number) {
  const kept: Copy[] = [];
  return {
    kept,
    put: async (each: Copy) => {
      const size = 1 + each.files.length * 9;
      if (size > room) throw new DOMException('Full', 'QuotaExceededError');
      kept.push(each);
    },
    dropOldest: async () => {
      if (older === 0) return false;
      older--;
      room++;
      return true;
    },
  };
}

describe('a full browser', () => {
  test.each([
    ['whole', withPhoto, 10, 0],
    ['without its files', withPhoto, 1, 3],
    ['instead of older ones', withPhoto, 0, 3],
    ['instead of older ones', copy, 0, 1],
    ['not at all', copy, 0, 0],
  ] as const)('keeps it %s', async (expected, kept, room, older) => {
    const { put, dropOldest } = browser(room, older);
    expect(await keepWithin(kept, put, dropOldest)).toBe(expected);
  });

  test('names the files that it could not keep', async () => {
    const { put, dropOldest, kept } = browser(1, 0);
    await keepWithin(withPhoto, put, dropOldest);
    expect(kept).toMatchObject([{ files: [], missing: ['table.jpg'], data: copy.data }]);
  });

  test('is told, and only then', () => {
    expect(sayKept('whole')).toBeUndefined();
    for (const kept of ['without its files', 'instead of older ones', 'not at all'] as const)
      expect(sayKept(kept)).toMatch(/^Ce navigateur .*\.$/);
  });

  test('another failure is not taken for a lack of room', async () => {
    const put = () => Promise.reject(new DOMException('Closed', 'InvalidStateError'));
    await expect(keepWithin(copy, put, async () => true)).rejects.toThrow('Closed');
  });
});

describe('an offer', () => {
  const offer = { keptAt: NOW, differences: [], changedSince: false, files: [], missing: [] };
  const field = (label: string) => ({ label, before: 'a', after: 'b' });

  test('says when, in the time of the editor', () => {
    expect(sayOffer(offer, NOW, 'Europe/Paris')).toEqual(['Gardé aujourd’hui à 12\u00a0h\u00a030.']);
    expect(sayOffer(offer, NOW + 86_400_000, 'Indian/Reunion')).toEqual([
      'Gardé mardi 1er\u00a0décembre 2026 à 15\u00a0h\u00a030.',
    ]);
  });

  test('says which fields, and that the entry has changed since', () => {
    const differences = ['Nom', 'Résumé', 'État', 'Adresse', 'Prix', 'Texte'].map(field);
    const [, fields, changed] = sayOffer({ ...offer, differences, changedSince: true }, NOW, 'Europe/Paris');
    expect(fields).toMatch(/^6\schamps diffèrent\u00a0: Nom, Résumé, État, Adresse et 2\sautres\.$/);
    expect(changed).toMatch(/deux versions diffèrent/);
    expect(sayOffer({ ...offer, differences: [field('Nom')] }, NOW, 'Europe/Paris')[1]).toMatch(
      /^1\schamp diffère\u00a0: Nom\.$/,
    );
  });

  test('says which files come back, and which are to be added again', () => {
    const lines = sayOffer({ ...offer, files: ['a.jpg'], missing: ['b.jpg', 'c.pdf'] }, NOW, 'Europe/Paris');
    expect(lines.join(' ')).toMatch(/Avec a\.jpg\. À ajouter de nouveau\u00a0: b\.jpg et c\.pdf\./);
  });
});
