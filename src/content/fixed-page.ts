import { render, type CollectionEntry } from 'astro:content';
import type { FixedPage } from './routes.ts';
import { entryNamed } from './entries.ts';

/**
 * The text of a fixed page: its entry and its rendered body, to be set whole or, as HTML, in parts.
 * @throws Error when `content/pages/` lacks it or hides it.
 */
export async function fixedPage(name: FixedPage): Promise<{
  page: CollectionEntry<'pages'>['data'];
  Content: Awaited<ReturnType<typeof render>>['Content'];
  html: string;
  hasBody: boolean;
}> {
  const entry = await entryNamed('pages', name);
  if (!entry)
    throw new Error(`La page « ${name} » manque : créez content/pages/${name}.md (et décochez « Brouillon »).`);
  const { Content } = await render(entry);
  return { page: entry.data, Content, html: entry.rendered?.html ?? '', hasBody: (entry.body ?? '').trim() !== '' };
}
