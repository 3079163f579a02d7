import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStop, stopLink } from '#funding/alerts/stop-link.ts';
import { stopCode } from '#jobs/mail/stop.ts';

const code = '0123456789abcdef0123456789abcdef';

test('a link is read back, whatever the name; nothing of it is sent to a server', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
      const name = text.trim();
      fc.pre(name !== '');
      const url = new URL(stopLink('https://www.exemple.org', { code, name }));
      expect(readStop(url.hash)).toEqual({ code, name });
      expect(`${url.pathname}${url.search}`).toBe('/alertes/arret/');
    }),
  );
});

test.each([
  '',
  '#',
  '#code=abc&pour=Vaise',
  `#code=${code}`,
  `#code=${code}&pour=`,
  `#code=${code}&pour=${'a'.repeat(121)}`,
  `#code=${code.toUpperCase()}0&pour=Vaise`,
  '#code=%E0%A4%A&pour=%',
])('%s is none of our links', (fragment) => {
  expect(readStop(fragment)).toBeUndefined();
});

test('a code tells one recipient of one address, under one key', () => {
  const codes = [
    stopCode('clé', { id: 'cantines/vaise', email: 'a@exemple.org' }),
    stopCode('clé', { id: 'cantines/vaise', email: 'b@exemple.org' }),
    stopCode('clé', { id: 'cantines/bruz', email: 'a@exemple.org' }),
    stopCode('autre', { id: 'cantines/vaise', email: 'a@exemple.org' }),
  ];
  expect(new Set(codes).size).toBe(4);
  for (const each of codes) expect(each).toMatch(/^[0-9a-f]{32}$/);
});
