import { expect, test } from 'vitest';
import { renderMarkdown } from '#content/markdown.ts';

test('a column is aligned by a class: the policy of the pages refuses a style', async () => {
  const html = await renderMarkdown('| Poste | Coût | Note |\n| :-- | --: | --- |\n| Pain | 9 € | bio |');
  expect(html.replaceAll('\n', '')).toBe(
    '<table><thead><tr><th class="to-left">Poste</th><th class="to-right">Coût</th><th>Note</th></tr></thead>' +
      '<tbody><tr><td class="to-left">Pain</td><td class="to-right">9 €</td><td>bio</td></tr></tbody></table>',
  );
});

test('no Markdown makes a style attribute', async () => {
  const html = await renderMarkdown(`
\`\`\`ts
const table = { couverts: 40 };
\`\`\`

    code en retrait

~~~diff
- un
+ deux
~~~

| a | b | c |
| :-- | :-: | --: |
| 1 | 2 | 3 |

- [x] fait
- [ ] à faire

3. trois
4. quatre

> cité[^1]

![Une table](/uploads/table.png "Titre") ~~barré~~ **gras**

[^1]: La note.
`);
  expect(html).toContain('<pre><code class="language-ts">');
  expect(html).toContain('class="to-center"');
  expect(html).not.toMatch(/<[^>]+\sstyle=/);
});
