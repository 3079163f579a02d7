/**
 * The only gestures that a test makes again, each for a reason that is not ours to mend. Nothing else is made
 * twice in silence: a retry hides a defect.
 */
const REASONS = {
  /**
   * On a cold start the development server discovers packages late, and reloads the page once: what was typed in it
   * goes. https://vite.dev/guide/dep-pre-bundling#automatic-dependency-discovery
   */
  'vite-reloads-once': 3,
  /**
   * Slate, the rich text of Decap, hears of a new selection up to a tenth of a second late, and a key that comes before
   * is for the old one. https://github.com/ianstormtaylor/slate/blob/main/packages/slate-react/src/components/editable.tsx
   */
  'slate-hears-late': 20,
} as const;

/**
 * Makes a gesture until it tells that it was heard.
 * @throws Error when it was not, as often as its reason allows.
 */
export async function again(reason: keyof typeof REASONS, gesture: () => Promise<boolean>): Promise<void> {
  for (let time = 0; time < REASONS[reason]; time++) if (await gesture()) return;
  throw new Error(`Not heard in ${REASONS[reason]} times (${reason}).`);
}
