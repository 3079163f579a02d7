/** The entries that editors put forward, without those that are examples: what stands alone must be true. */
export const featured = <E extends { data: { highlight: boolean; demo: boolean } }>(entries: readonly E[]): E[] =>
  entries.filter(({ data }) => data.highlight && !data.demo);
