/** Two friends write the same fiche-projet, each on a device, and put their files together. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noAnswers, withAnswer, type FormAnswers } from '#forms/answers.ts';
import { mayKeepBoth, mergeAnswers, settle, withChoices, type Choice, type Merge } from '#forms/merge.ts';
import { readAnswers } from '#forms/answers.ts';
import { FICHE_PROJET } from '#ouvrir/fiche-projet.ts';

const spec = FICHE_PROJET;
const NAMES = spec.steps.flatMap(({ fields }) => fields.map(({ name }) => name));
const person = (nom: string, email = '', telephone = '', talents = '') => ({ nom, email, telephone, talents });
const blank = person('');
const with_ = (people: FormAnswers['people'], texts: Record<string, string> = {}): FormAnswers => ({
  people,
  texts: { ...noAnswers(spec).texts, ...texts },
});
function merged(mine: FormAnswers, theirs: FormAnswers): Merge {
  const merge = mergeAnswers(spec, mine, theirs);
  if ('refused' in merge) throw new Error(merge.refused);
  return merge;
}

/** Every answer that is not blank, as it counts: without the blanks around it. */
const said = ({ people, texts }: FormAnswers): string[] =>
  [...people.flatMap((one) => Object.values(one)), ...Object.values(texts)]
    .map((text) => text.trim())
    .filter((text) => text !== '');

// Few values: files of the same team agree on much, and differ on some.
const some = fc.constantFrom(
  '',
  ' ',
  'Ana',
  'ana ',
  'Zoé',
  'a@exemple.org',
  'A@exemple.org',
  'b@exemple.org',
  'deux\nlignes',
);
const anyAnswers: fc.Arbitrary<FormAnswers> = fc.record({
  people: fc.array(fc.record({ nom: some, email: some, telephone: some, talents: some }), { maxLength: 6 }),
  texts: fc.record(Object.fromEntries(NAMES.map((name) => [name, some]))),
});

describe('two files', () => {
  test('lose no answer, in either order', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (mine, theirs) => {
        for (const [one, other] of [
          [mine, theirs],
          [theirs, mine],
        ] as const) {
          const { answers, conflicts } = merged(one, other);
          const there = new Set([...said(answers), ...conflicts.map(({ theirs: text }) => text.trim())]);
          for (const text of [...said(one), ...said(other)]) expect(there).toContain(text);
          expect(readAnswers(spec, answers)).toEqual(answers);
        }
      }),
    );
  });

  test('differ on the same questions in either order', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (mine, theirs) => {
        const asked = (merge: Merge) => merge.conflicts.flatMap(({ who, field }) => (who ? [] : [field.name]));
        expect(asked(merged(mine, theirs))).toEqual(asked(merged(theirs, mine)));
      }),
    );
  });

  test('of which one has all the other has change nothing', () => {
    fc.assert(
      fc.property(anyAnswers, (mine) => {
        expect(merged(mine, mine)).toMatchObject({ answers: mine, conflicts: [], filled: 0 });
        expect(merged(mine, noAnswers(spec))).toEqual({ answers: mine, conflicts: [], joined: 0, filled: 0 });
      }),
    );
  });

  test('keep of each difference what is chosen', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, fc.infiniteStream(fc.constantFrom('mine', 'theirs', 'both')), (a, b, any) => {
        const merge = merged(a, b);
        const choices: Choice[] = merge.conflicts.map((conflict) => {
          const choice = any.next().value as Choice;
          return choice === 'both' && !mayKeepBoth(conflict) ? 'mine' : choice;
        });
        const kept = said(withChoices(merge, choices)).join('\n\n');
        for (const [index, { mine, theirs }] of merge.conflicts.entries()) {
          if (choices[index] !== 'theirs') expect(kept).toContain(mine.trim());
          if (choices[index] !== 'mine') expect(kept).toContain(theirs.trim());
        }
      }),
    );
  });
});

describe('what is written while one chooses', () => {
  const mine = with_([blank], { rencontre: 'Au marché' });
  const theirs = with_([blank], { rencontre: 'À l’école', commune: 'Bruz' });
  const asked = merged(mine, theirs);

  test('is kept with the choices', () => {
    const since = withAnswer(mine, { name: 'quartier' }, 'La gare');
    expect(settle(spec, { mine: since, theirs }, asked, ['theirs'])).toMatchObject({
      answers: { texts: { rencontre: 'À l’école', commune: 'Bruz', quartier: 'La gare' } },
    });
  });

  test.each([
    ['another answer to what is asked', 'rencontre', 'Au lavoir', ['rencontre']],
    ['an answer where only the file had one', 'commune', 'Rennes', ['rencontre', 'commune']],
  ])('%s is asked anew', (_, name, text, questions) => {
    const settled = settle(spec, { mine: withAnswer(mine, { name }, text), theirs }, asked, ['theirs']);
    expect(settled).not.toHaveProperty('answers');
    const { conflicts = [] } = 'merge' in settled ? settled.merge : {};
    expect(conflicts.map(({ field }) => field.name).sort()).toEqual([...questions].sort());
  });
});

describe('a team', () => {
  test('grows by the people whom one file alone presents, in the blank places first', () => {
    const { answers, joined } = merged(
      with_([person('Ana', 'ana@exemple.org'), blank]),
      with_([person('Zoé', 'zoe@exemple.org'), person('Ida', 'ida@exemple.org')]),
    );
    expect(answers.people.map(({ nom }) => nom)).toEqual(['Ana', 'Zoé', 'Ida']);
    expect(joined).toBe(2);
  });

  test('counts once a person of the same e-mail, or of the same name when one e-mail is missing', () => {
    const { answers, conflicts, joined, filled } = merged(
      with_([person('Ana', 'ana@exemple.org'), person('Zoé Mé', '', '06')]),
      with_([person('zoe me', 'zoe@exemple.org'), person('Ana B.', 'Ana@exemple.org ', '04')]),
    );
    expect(answers.people).toEqual([person('Ana', 'ana@exemple.org', '04'), person('Zoé Mé', 'zoe@exemple.org', '06')]);
    expect(conflicts.map(({ who, mine, theirs }) => [who, mine, theirs])).toEqual([
      ['Personne 1', 'Ana', 'Ana B.'],
      ['Personne 1', 'ana@exemple.org', 'Ana@exemple.org '],
      ['Personne 2', 'Zoé Mé', 'zoe me'],
    ]);
    expect({ joined, filled }).toEqual({ joined: 0, filled: 2 });
  });

  test('of two people of one name and two e-mails stays of two', () => {
    const { answers } = merged(with_([person('Ana', 'a@exemple.org')]), with_([person('Ana', 'b@exemple.org')]));
    expect(answers.people).toHaveLength(2);
  });

  test('too large is told, and nothing changes', () => {
    const people = (letter: string) =>
      Array.from({ length: 7 }, (_, at) => person(`${letter}${at}`, `${letter}${at}@exemple.org`));
    const merge = mergeAnswers(spec, with_(people('a')), with_(people('b')));
    expect('refused' in merge && merge.refused).toMatch(/14\s?personnes.*12.*n’ont pas changé/);
  });
});

test('an answer that one file alone has is kept, whichever it is', () => {
  const mine = withAnswer(noAnswers(spec), { name: 'quartier' }, 'Cleunay');
  const theirs = withAnswer(noAnswers(spec), { name: 'commune' }, 'Rennes');
  const { answers, conflicts, filled } = merged(mine, theirs);
  expect(answers.texts).toMatchObject({ quartier: 'Cleunay', commune: 'Rennes' });
  expect({ conflicts, filled }).toEqual({ conflicts: [], filled: 1 });
});
