/** Whose site an address opens, as it is said: `https://www.lyoncapitale.fr/x` → `lyoncapitale.fr`. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^(?:www|m|amp|dev)\./, '');
