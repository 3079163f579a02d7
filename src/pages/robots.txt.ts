import type { APIRoute } from 'astro';
import { site } from '#site.ts';

/** Robots Exclusion Protocol (RFC 9309): the CMS is nobody's business; only a live site is to be indexed. */
export const GET: APIRoute = () =>
  new Response(
    site.live
      ? `User-agent: *\nDisallow: /admin/\n\nSitemap: ${site.url}/sitemap-index.xml\n`
      : `User-agent: *\nDisallow: /\n\nSitemap: ${site.url}/sitemap-index.xml\n`,
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
