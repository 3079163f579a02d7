/** The versions of an answer, shortest first: how many words each has at most. */
export const VERSION_WORDS = { short: 50, medium: 150, long: 500 } as const;
export type Version = keyof typeof VERSION_WORDS;
