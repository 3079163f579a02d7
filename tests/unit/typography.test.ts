import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typeset, typesetHtml } from '../../src/domain/typography.ts';

/** Shows the two spaces that do not break: ~ and ^. */
const visible = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '^');

describe('a sentence', () => {
  test.each([
    ["l'été d'hier", 'l’été d’hier'],
    ['Vraiment ? Oui !', 'Vraiment^? Oui^!'],
    ['Ici : là', 'Ici~: là'],
    ['« ça mijote »', '«~ça mijote~»'],
    ['«ça mijote »', '«~ça mijote~»'],
    ['un ; deux', 'un^; deux'],
    ['80 % ou 10 €', '80~% ou 10~€'],
    ['https://exemple.org/?q=1', 'https://exemple.org/?q=1'],
    ['12:30', '12:30'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(visible(typeset(text))).toBe(expected);
  });

  test('twice is once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("l'", '«', '»', ' ', '?', ':', 'a', '%', '3', '\u00a0')), (parts) => {
        const once = typeset(parts.join(''));
        expect(typeset(once)).toBe(once);
      }),
    );
  });
});

describe('a page', () => {
  test('is typeset in its text and in what is read of its attributes, nowhere else', () => {
    const html =
      '<p title="Où ?" class="a : b" href="/x?y ?">Où ?</p><script>a ? b : c</script><style>a : hover{}</style>' +
      '<!-- où ? --><code>a : b</code><meta name="description" content="L\'été : ici">';
    expect(visible(typesetHtml(html))).toBe(
      '<p title="Où^?" class="a : b" href="/x?y ?">Où^?</p><script>a ? b : c</script><style>a : hover{}</style>' +
        '<!-- où ? --><code>a : b</code><meta name="description" content="L’été~: ici">',
    );
  });

  test('keeps its policy as it was written', () => {
    const policy = `<meta http-equiv="content-security-policy" content="script-src 'self' ; style-src 'self'">`;
    expect(typesetHtml(policy)).toBe(policy);
  });
});
