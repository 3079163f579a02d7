import { expect, test } from 'vitest';
import { renamedSlugs } from '#content/renames.ts';

const to = (address: string, from: string) => ({ from: `/financements/${from}/`, to: address });
const leads = (from: string, slug: string) => to(`/financements/${slug}/`, from);
const renamed = (redirects: { from: string; to: string }[], there: string[], gone: string[] = []) =>
  Object.fromEntries(renamedSlugs('opportunities', redirects, { there: new Set(there), gone: new Set(gone) }));

test.each<[string, Parameters<typeof renamed>, Record<string, string>]>([
  ['by as many steps as it takes', [[leads('a', 'b'), leads('b', 'c')], ['c']], { a: 'c', b: 'c' }],
  [
    'to a part of a page',
    [[to('/financements/b/#dates', 'a'), to('/financements/b/?x', 'c')], ['b']],
    { a: 'b', c: 'b' },
  ],
  [
    'to the first that is there',
    [
      [leads('a', 'b'), leads('b', 'c')],
      ['b', 'c'],
    ],
    { a: 'b' },
  ],
  ['to its first name again', [[leads('a', 'b'), leads('b', 'a')], ['a']], { b: 'a' }],
  ['in a circle: to none', [[leads('a', 'b'), leads('b', 'a')], [], ['a', 'b']], {}],
  ['to one that is gone since', [[leads('a', 'b'), leads('b', 'c')], [], ['a', 'b']], { a: 'b' }],
  ['to another site, or to a list', [[to('https://exemple.org/', 'a'), to('/financements/', 'b')], []], {}],
  ['from another collection', [[{ from: '/cantines/a/', to: '/financements/b/' }], ['b']], {}],
])('an entry that changed name leads %s', (_, [redirects, there, gone], expected) => {
  expect(renamed(redirects, there, gone)).toEqual(expected);
});
