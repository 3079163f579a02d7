import { placeKeys } from './normalise.ts';

/** Whether these keys are those of a text, as a name or, of a code, as it is written: `01` is no `1`. */
export const isCalled = ({ keys }: { keys: readonly string[] }, text: string): boolean =>
  [...placeKeys(text.trim()), text.trim().toLowerCase()].some((key) => keys.includes(key));
