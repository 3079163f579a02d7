/** In development only: shows the draft of a tab in place of what is stored, for the pages that its frame asks for. */
import type { APIContext, MiddlewareHandler } from 'astro';
import { showingDraft, type DraftEntry } from '#content/draft.ts';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Astro's own way to name what a request carries.
  namespace App {
    interface Locals {
      draft?: DraftEntry;
    }
  }
}

interface PageModule {
  getStaticPaths?: () => Promise<{ params: { slug?: string }; props: object }[]>;
}

/** The pages that entries have, by the file that Astro knows them by. */
const PAGES = import.meta.glob<PageModule>('/src/pages/*/**/*.astro');

export const onRequest: MiddlewareHandler = async (context, next) => {
  const { draft } = context.locals;
  if (!draft) return next();
  return showingDraft(draft, async () => {
    await giveProps(context, draft);
    const response = await next();
    response.headers.set('Cache-Control', 'no-store');
    return response;
  });
};

/** Astro keeps the props of all the pages of a route; those of this request are its own. */
async function giveProps({ props, routePattern }: APIContext, { id }: DraftEntry): Promise<void> {
  if (!routePattern.endsWith('/[slug]')) return;
  const load = PAGES[`/src/pages${routePattern}.astro`] ?? PAGES[`/src/pages${routePattern}/index.astro`];
  const paths = await (await load?.())?.getStaticPaths?.();
  const own = paths?.find(({ params }) => params.slug === id);
  if (own) Object.assign(props, own.props);
}
