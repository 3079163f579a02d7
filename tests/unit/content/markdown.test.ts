import { expect, test } from 'vitest';
import { renderMarkdown } from '#content/markdown.ts';

test('a column is aligned by a class: the policy of the pages refuses a style', async () => {
  const html = await renderMarkdown('| Poste | Coût | Note |\n| :-- | --: | --- |\n| Pain | 9 € | bio |');
  expect(html.replaceAll('\n', '')).toBe(
    '<table><thead><tr><th class="to-left">Poste</th><th class="to-right">Coût</th><th>Note</th></tr></thead>' +
      '<tbody><tr><td class="to-left">Pain</td><td class="to-right">9 €</td><td>bio</td></tr></tbody></table>',
  );
});
