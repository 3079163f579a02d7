import { defineMiddleware } from 'astro:middleware';
import { uniqueHeadingIds } from '#build/heading-ids.ts';
import { withOwnHashes } from '#build/own-hashes.ts';
import { typesetHtml } from '#build/typeset-html.ts';

/**
 * Every page leaves with French typography and headings of different names, whoever wrote its words: a template, an
 * editor, an official list.
 */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  const html = response.headers.get('Content-Type')?.startsWith('text/html');
  if (!html || url.pathname === '/admin/') return response;
  const page = typesetHtml(uniqueHeadingIds(await response.text()));
  return new Response(withOwnHashes(page), response);
});
