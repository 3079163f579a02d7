import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, test } from 'vitest';
import { embedJson, escapeHtml } from '#domain/html.ts';

const AWKWARD = `<b title="x">R&D</b> &amp; "l’été" <<>> &&`;

test('is read back as it was, in an element and in an attribute', () => {
  const [element] = parseFragment(`<p title="${escapeHtml(AWKWARD)}">${escapeHtml(AWKWARD)}</p>`).childNodes;
  const { attrs, childNodes } = element as Tree.Element;
  expect(attrs).toEqual([{ name: 'title', value: AWKWARD }]);
  expect(childNodes.map((node) => (node as Tree.TextNode).value)).toEqual([AWKWARD]);
});

test('JSON inside a script ends it nowhere, and is read back as it was', () => {
  const value = { name: '</script><script>', both: ['<!--', AWKWARD] };
  expect(embedJson(value)).not.toContain('<');
  expect(JSON.parse(embedJson(value))).toEqual(value);
});
