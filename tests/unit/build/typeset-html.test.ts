import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typesetHtml } from '#build/typeset-html.ts';

/** Shows the two spaces that do not break: ~ and ^. */
const visible = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '^');

test('a page is typeset in its text and in what is read of its attributes, nowhere else', () => {
  const html =
    '<p title="Où ?" class="a : b" href="/x?y ?">Où ?</p><script>a ? b : c</script><style>a : hover{}</style>' +
    '<!-- où ? --><code>a : b</code><meta name="description" content="L\'été : ici">';
  expect(visible(typesetHtml(html))).toBe(
    '<p title="Où^?" class="a : b" href="/x?y ?">Où^?</p><script>a ? b : c</script><style>a : hover{}</style>' +
      '<!-- où ? --><code>a : b</code><meta name="description" content="L’été~: ici">',
  );
});

test.each([
  ['an element whose text is not prose, with its attributes', '<code title="a : b">a ? b</code>'],
  ['a comment, with the tags and the lines that it holds', '<!-- <p title="Où ?">\nOù ? -->'],
  ['a comment that holds a sign of a tag', '<!-- 1 > 0 ? -->'],
  ['what stands in several lines', '<script>\na ? b : c\n</script><pre>\nOù ?\n</pre>'],
])('%s stays as it is', (_title, html) => {
  expect(typesetHtml(html)).toBe(html);
});

test('the apostrophe that Astro escaped is read', () => {
  expect(typesetHtml('<p>l&#39;été</p>')).toBe('<p>l’été</p>');
});

test('a policy stays as it was written', () => {
  const policy = `<meta http-equiv="content-security-policy" content="script-src 'self' ; style-src 'self'">`;
  expect(typesetHtml(policy)).toBe(policy);
});

test('another language keeps its own typography, and French within it has ours', () => {
  const html =
    '<html lang="en"><meta content="What: it?"><p>Who? <br>You: "me"</p><nav lang="fr" title="Où ?">Où ?</nav><p>Why?</p></html>';
  expect(visible(typesetHtml(html))).toBe(
    '<html lang="en"><meta content="What: it?"><p>Who? <br>You: "me"</p><nav lang="fr" title="Où^?">Où^?</nav><p>Why?</p></html>',
  );
  expect(visible(typesetHtml('<p>Où ? <a lang="en">Who ?</a> Qui ?</p>'))).toBe(
    '<p>Où^? <a lang="en">Who ?</a> Qui^?</p>',
  );
});

test('however ill-formed a page is, only what is typed changes in it', () => {
  const pieces = [
    'Où ?',
    "l'été",
    ' ',
    '<',
    '>',
    '"',
    '=',
    '</',
    '<p title="Où ?">',
    "<p alt='Où ?' title>",
    '<p title=l\'été class="Où ?"',
    '<form title="Où ?">',
    '</form>',
    '</p>',
    '<br/>',
    '<meta http-equiv="x" content="Où ?">',
    '<script>',
    '</script>',
    '<pre>',
    '</pre>',
    '<textarea>',
    '</textarea',
    '<svg><title>',
    '</svg>',
    '<!-- Où ?',
    '-->',
    '<![CDATA[',
    ']]>',
    '&amp;',
  ];
  const anyPage = fc.array(fc.constantFrom(...pieces), { maxLength: 15 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(anyPage, (html) => {
      expect(typesetHtml(html).replaceAll('\u202f', ' ').replaceAll('’', "'")).toBe(html);
    }),
    { numRuns: 5000 },
  );
});
