import { withTypedAmounts, type Citable } from '#content/cited-figures.ts';
import { pastedText } from '#feeds/pasted-text.ts';

/** A presentation in Markdown as one pastes it elsewhere, its amounts said by the entries of these figures. */
export const copiedText = (markdown: string, figures: readonly Citable[]): string =>
  pastedText(withTypedAmounts(markdown, figures));
