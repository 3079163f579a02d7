/** Keeps what is asked in the address bar, to be shared and come back to, without a step more in the history. */
export function keepInAddress(asked: URLSearchParams): void {
  const query = asked.toString();
  try {
    history.replaceState(history.state, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
  } catch {
    // Safari refuses a hundred of them in ten seconds, which typing fast makes: the next letter writes it.
  }
}

/** The id that the end of an address names: `#caf%C3%A9` is `café`; as it is written when it is no code (`#%`). */
export function namedIn(hash: string): string {
  const name = hash.slice(1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
