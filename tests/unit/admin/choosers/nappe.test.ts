import { describe, expect, test } from 'vitest';
import { chosenIn, nameOfDye, tooNear } from '#admin/choosers/nappe-choices.ts';
import { DYES } from '#domain/nappe.ts';

describe('what an entry chose of its cloth', () => {
  test('is read when it is a pattern and colours', () => {
    const chosen = { pattern: 'pois', colour: '#1F5F8B', ground: '#ffffff' };
    expect(chosenIn(chosen)).toEqual(chosen);
  });

  test.each([
    undefined,
    null,
    '',
    [],
    { pattern: 'toString', colour: 'red', ground: '#fff' },
    { colour: '#1f5f8b"/>' },
  ])('is nothing in %j', (group) => {
    expect(chosenIn(group)).toEqual({});
  });
});

test.each(DYES)('%s on %s needs no warning, and has a name', (colour, ground) => {
  expect(tooNear({ colour, ground })).toBeUndefined();
  expect(nameOfDye(colour)).toMatch(/^\p{Lu}/u);
});

test('each dye has a name of its own', () => {
  expect(new Set(DYES.map(([colour]) => nameOfDye(colour))).size).toBe(DYES.length);
});

test('colours that are too near are told, never as if they were far enough', () => {
  expect(tooNear({ colour: '#777777', ground: '#777777' })).toMatch(/contraste de 1 pour 1/);
  // 2.995 to 1.
  expect(tooNear({ colour: '#959595', ground: '#ffffff' })).toMatch(/contraste de 2,9 pour 1/);
});
