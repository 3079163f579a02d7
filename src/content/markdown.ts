import { createSatteriMarkdownProcessor, type SatteriFeatures } from '@astrojs/markdown-satteri';
import { defineHastPlugin } from 'satteri';

/** SmartyPants would turn French quotes and apostrophes into English ones. */
const FEATURES: SatteriFeatures = {
  smartPunctuation: false,
  gfm: { footnotes: { label: 'Notes', backLabel: 'Revenir au texte, note {reference}' } },
};

/** The pages' policy refuses style attributes: a column of figures is told by a class of prose.css. */
const ALIGNED_BY_CLASS = defineHastPlugin({
  name: 'aligned-by-class',
  element: {
    filter: ['th', 'td'],
    visit: (cell, context) => {
      const style = cell.properties['style'];
      const align = typeof style === 'string' && /^text-align: (\w+)$/.exec(style)?.[1];
      if (!align) return;
      context.setProperty(cell, 'style', undefined);
      context.setProperty(cell, 'class', `to-${align}`);
    },
  },
});

/** How Markdown is rendered everywhere, by the processor of Sätteri. */
export const MARKDOWN_OPTIONS = { features: FEATURES, hastPlugins: [ALIGNED_BY_CLASS] };

/** Colours of code would be style attributes too. */
export const SYNTAX_HIGHLIGHT = false;

let processor: ReturnType<typeof createSatteriMarkdownProcessor> | undefined;

/** Renders a Markdown field of an entry as bodies are rendered; raw HTML never gets here (content check). */
export async function renderMarkdown(source: string): Promise<string> {
  processor ??= createSatteriMarkdownProcessor({ ...MARKDOWN_OPTIONS, syntaxHighlight: SYNTAX_HIGHLIGHT });
  return (await (await processor).render(source)).code;
}
