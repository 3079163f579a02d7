/** What a cantine adds to the answers: kept, given as a file, and joined without loss. */
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { additionsFile, openAdditions, together } from '#funding/answers/additions-file.ts';
import { keepAddition, keptAdditions } from '#funding/answers/additions.ts';

const fileOf = (name: string, text: string) => ({ name, size: text.length, text: () => Promise.resolve(text) });
const slug = fc.stringMatching(/^[a-z]{1,4}$/);
const additions = fc.dictionary(slug, fc.string({ unit: 'binary', minLength: 1 }));

afterEach(() => vi.unstubAllGlobals());

describe('a browser', () => {
  const stub = (storage: Partial<Storage>) => vi.stubGlobal('localStorage', storage);

  test('keeps each cantine apart, and forgets what is emptied', () => {
    const kept = new Map<string, string>();
    stub({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) });
    expect(keepAddition('metz', 'impact', 'Trente voisins')).toBe(true);
    keepAddition('metz', 'budget', 'Dix euros');
    keepAddition('bruz', 'impact', 'Deux rues');
    keepAddition('metz', 'budget', '   ');
    expect(keptAdditions('metz')).toEqual({ impact: 'Trente voisins' });
    expect(keptAdditions('bruz')).toEqual({ impact: 'Deux rues' });
    expect(keptAdditions('constructor')).toEqual({});
  });

  test.each(['{', 'null', '[]', '{"metz":7}', '{"metz":{"impact":{}}}'])('that kept %s keeps nothing of it', (text) => {
    stub({ getItem: () => text });
    expect(keptAdditions('metz')).toEqual({});
  });

  test('that keeps nothing says so, and holds what is written until it goes', () => {
    const refuse = () => {
      throw new DOMException('refusé');
    };
    stub({ getItem: refuse, setItem: refuse });
    expect(keepAddition('lilas', 'impact', 'Un mot')).toBe(false);
    expect(keepAddition('lilas', 'budget', 'Un autre')).toBe(false);
    expect(keptAdditions('lilas')).toEqual({ impact: 'Un mot', budget: 'Un autre' });
  });
});

describe('a file', () => {
  test('is read back as it was given', async () => {
    await fc.assert(
      fc.asyncProperty(
        slug,
        additions.filter((each) => Object.keys(each).length > 0),
        async (cantine, given) => {
          const { name, text } = additionsFile(cantine, given);
          expect(await openAdditions(fileOf(name, text))).toEqual({ cantine, additions: given });
        },
      ),
    );
  });

  test.each([
    'pas du JSON',
    'null',
    '[]',
    '{}',
    '{"type":"profil-de-cantine","additions":{"a":"b"}}',
    '{"type":"ajouts-aux-reponses","cantine":"metz","additions":{}}',
    '{"type":"ajouts-aux-reponses","cantine":"metz","additions":{"a":3}}',
  ])('that is another thing is told: %s', async (text) => {
    const opened = await openAdditions(fileOf('x.json', text));
    expect(opened.trouble).toMatch(/« x\.json » ne contient pas d’ajouts.*Rien n’a changé/);
  });

  test('joined to what is there loses no text, and joined again changes nothing', () => {
    fc.assert(
      fc.property(additions, additions, (own, others) => {
        const joined = together(own, others);
        for (const [answer, text] of [...Object.entries(own), ...Object.entries(others)])
          expect(joined[answer]).toContain(text);
        expect(together(joined, others)).toEqual(joined);
        expect(together(joined, own)).toEqual(joined);
      }),
    );
  });
});
