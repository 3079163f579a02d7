export type Theme = 'light' | 'dark';

const ASKED = /\(prefers-color-scheme:\s*(light|dark)\)/g;

/** What each rule asked of the browser, before it was told. */
const asked = new WeakMap<CSSMediaRule, string>();

/** Has a page wear a theme, whatever the browser prefers: its colours, and the rules that ask for one. */
export function wear(page: Document, theme: Theme): void {
  page.documentElement.style.colorScheme = theme;
  for (const rule of [...page.styleSheets].flatMap((sheet) => mediaIn(sheet.cssRules))) {
    const media = asked.get(rule) ?? rule.media.mediaText;
    asked.set(rule, media);
    if (media.includes('prefers-color-scheme'))
      rule.media.mediaText = media.replace(ASKED, (_, wanted) =>
        wanted === theme ? '(min-width: 0px)' : '(max-width: 0px)',
      );
  }
}

const mediaIn = (rules: CSSRuleList): CSSMediaRule[] =>
  [...rules].flatMap((rule) => {
    const below = 'cssRules' in rule ? mediaIn(rule.cssRules as CSSRuleList) : [];
    return 'media' in rule && 'cssRules' in rule ? [rule as CSSMediaRule, ...below] : below;
  });
