import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False in the HTML of an island and while React takes it over, true from then on: a draft is only in the browser. */
export const useInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
