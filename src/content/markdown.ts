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
  return alignedByClass((await (await processor).render(source)).code);
}

/** The pages' policy refuses style attributes: a column of figures is told by a class of prose.css. */
const alignedByClass = (html: string): string =>
  html.replace(/(<t[hd]) style="text-align: ?(left|center|right);?"/g, '$1 class="to-$2"');
