/** In which view the year is seen, as the address says it. */
export const VIEWS = { liste: 'Liste', dessin: 'Dessin', tableau: 'Tableau' } as const;
export type View = keyof typeof VIEWS;

const NAME = 'vue';

export const isView = (view: string): view is View => Object.hasOwn(VIEWS, view);

/** The view that an address chooses; undefined when it leaves it to the width of the screen. */
export function viewIn(address: URLSearchParams): View | undefined {
  const view = address.get(NAME) ?? '';
  return isView(view) ? view : undefined;
}

/** What is asked, seen in this view. */
export function inView(asked: URLSearchParams, view: View | undefined): URLSearchParams {
  const params = new URLSearchParams(asked);
  if (view) params.set(NAME, view);
  else params.delete(NAME);
  return params;
}
