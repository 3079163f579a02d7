import type { Page } from 'playwright-core';

/**
 * Has a page behave as in the oldest browsers that the site serves: what they lack is taken away, from scripts before
 * any runs and from styles as they arrive. The policy of a page knows its styles as they were: the context must bypass it.
 */
export async function makeOld(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const lacking: readonly [object, readonly string[]][] = [
      [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with', 'findLast', 'findLastIndex']],
      [Map, ['groupBy']],
      [Object, ['groupBy']],
      [Promise, ['withResolvers', 'try']],
      [String.prototype, ['toWellFormed', 'isWellFormed']],
      [AbortSignal, ['timeout', 'any']],
      [URL, ['canParse', 'parse']],
      [
        Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object,
        ['map', 'filter', 'some', 'find', 'toArray'],
      ],
      [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf']],
      [Document.prototype, ['adoptedStyleSheets', 'startViewTransition']],
      [window, ['requestIdleCallback']],
      [Element.prototype, ['role', ...Object.keys(Element.prototype).filter((name) => name.startsWith('aria'))]],
    ];
    for (const [owner, names] of lacking) for (const name of names) Reflect.deleteProperty(owner, name);
    // An expression that they refuse to read.
    const Native = RegExp;
    window.RegExp = new Proxy(Native, {
      construct(target, [pattern, flags]: [string | RegExp, string?]) {
        const source = typeof pattern === 'string' ? pattern : pattern.source;
        if (/\(\?<[=!]/.test(source)) throw new SyntaxError(`Invalid regular expression: ${source}`);
        return new target(pattern, flags);
      },
    });
  });
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const body = (await response.text()).replace(/<style[^>]*>[^]*?<\/style>/g, (style) => older(style));
    await route.fulfill({ response, body });
  });
}

/** What they do not read in a style, under names that no browser reads. */
const older = (style: string): string =>
  style
    .replace(/light-dark\(|color-mix\(/g, 'not-read-$&')
    .replace(/:has\(|::details-content/g, ':not-read$&')
    .replace(/\(scripting:/g, '(not-read:')
    .replace(/@container/g, '@not-read');
