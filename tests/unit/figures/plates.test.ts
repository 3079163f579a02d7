import { expect, test } from 'vitest';
import { sayPlates } from '#figures/plates.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const count = (value: number) => ({ data: { value, display: undefined, unit: 'convives' } });

test.each([
  [0, '0 assiette servie sur 100 : 18 convives, pour 100 000 convives.'],
  [1, '1 assiette servie sur 100 : 18 convives, pour 100 000 convives.'],
  [19, '19 assiettes servies sur 100 : 18 convives, pour 100 000 convives.'],
])('%i served', (served, said) => {
  expect(plain(sayPlates({ now: count(18), doubt: '', target: count(100_000), served }))).toBe(said);
});

test('what another source gives is heard too', () => {
  const progress = { now: count(18), doubt: ', ou 20 selon une autre', target: count(100), served: 18 };
  expect(plain(sayPlates(progress))).toBe(
    '18 assiettes servies sur 100 : 18 convives, ou 20 selon une autre, pour 100 convives.',
  );
});
