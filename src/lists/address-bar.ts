/** Keeps what is asked in the address bar, to be shared and come back to, without a step more in the history. */
export function keepInAddress(asked: URLSearchParams): void {
  const query = asked.toString();
  history.replaceState(history.state, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
}
