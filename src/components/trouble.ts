/** What was asked of the network did not come, or not as it was asked for. */
export class Unreached extends Error {}

/**
 * What a file of this site holds.
 * @throws Unreached
 */
export async function reach<T>(
  path: string,
  read: (response: Response) => Promise<T>,
  options?: RequestInit,
): Promise<T> {
  try {
    const response = await fetch(path, options);
    if (!response.ok) throw new Error(`${response.status}`);
    return await read(response);
  } catch (cause) {
    throw new Unreached(path, { cause });
  }
}

/** What browsers and Pagefind say of a module, of its style or of a file that does not come. */
const NOT_COME = /fetch|import\w* (a )?module|load failed|network|preload|Pagefind metadata/i;

/**
 * Whether the network failed, or else this site or the browser, a missing feature as well as a broken file. That error
 * is left in the console, for whoever will mend it.
 */
export function troubleOf(error: unknown): 'unreached' | 'ours' {
  if (!navigator.onLine || error instanceof Unreached || NOT_COME.test(String(error))) return 'unreached';
  console.error(error);
  return 'ours';
}

/** Shows, of a box of trouble.css, what is told of this error. */
export function showTrouble(box: HTMLElement, error: unknown): void {
  box.dataset['trouble'] = troubleOf(error);
  box.hidden = false;
}
