/** An answer with what the cantine adds, as one copies it. */
export const answerText = ({ text, addition }: { text: string; addition: string }): string =>
  [text, addition.trim()].filter((part) => part !== '').join('\n\n');

/** A text with a line for each of its sources. */
export const withSources = (text: string, sources: readonly string[]): string =>
  [text, sources.length > 0 ? `Sources\u00a0:\n${sources.join('\n')}` : ''].filter((part) => part !== '').join('\n\n');
