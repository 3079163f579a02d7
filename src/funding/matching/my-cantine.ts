const KEY = 'ma-cantine';

/** The cantine that this browser looks for; undefined when none is kept, or when nothing may be read. */
export function myCantine(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a cantine for the next visits, or forgets it. A browser that keeps nothing loses nothing. */
export function keepMyCantine(slug: string | undefined): void {
  try {
    if (slug === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, slug);
  } catch {
    // Forbidden, or full: the address still says which cantine it is.
  }
}
