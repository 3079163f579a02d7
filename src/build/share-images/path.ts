/** Where the share image of a page is served: `/cantines/metz/` → `/partage/cantines/metz.png`. */
export function shareImagePath(pagePath: string): string {
  const name = pagePath.replace(/^\/|\/$/g, '') || 'accueil';
  return `/partage/${name}.png`;
}
