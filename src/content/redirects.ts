/** An address that answered once, and where it leads. */
export interface Redirect {
  /** A site path, with its slashes: `/cantines/lyon-vaise/`. */
  from: string;
  /** A site path or a whole address. */
  to: string;
}

const isRedirect = (value: unknown): value is Redirect =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<Redirect>).from === 'string' &&
  typeof (value as Partial<Redirect>).to === 'string';

/** The redirects of a settings entry, as its front matter gives them: those that can be read. */
export function redirectsOf(settings: Readonly<Record<string, unknown>> | undefined): Redirect[] {
  const { redirects } = settings ?? {};
  return Array.isArray(redirects) ? redirects.filter(isRedirect) : [];
}
