import { createSatteriMarkdownProcessor, type SatteriFeatures } from '@astrojs/markdown-satteri';

/** How Markdown is read everywhere: SmartyPants would turn French quotes and apostrophes into English ones. */
export const MARKDOWN_FEATURES: SatteriFeatures = {
  smartPunctuation: false,
  gfm: { footnotes: { label: 'Notes', backLabel: 'Revenir au texte, note {reference}' } },
};

let processor: ReturnType<typeof createSatteriMarkdownProcessor> | undefined;

/** Renders a Markdown field of an entry as bodies are rendered; raw HTML never gets here (content check). */
export async function renderMarkdown(source: string): Promise<string> {
  processor ??= createSatteriMarkdownProcessor({ features: MARKDOWN_FEATURES });
  return (await (await processor).render(source)).code;
}
