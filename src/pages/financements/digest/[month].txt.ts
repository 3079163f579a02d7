import type { APIRoute, GetStaticPaths } from 'astro';
import type { Digest } from '#funding/digest/digest.ts';
import { digestMail, type NamedOpportunity } from '#funding/digest/mail.ts';
import { digests } from '#funding/digest/digests.ts';
import { site } from '#site.ts';

interface Props {
  digest: Digest<NamedOpportunity>;
}

export const getStaticPaths: GetStaticPaths = async () =>
  (await digests()).map((digest) => ({ params: { month: digest.month }, props: { digest } satisfies Props }));

/** The digest of a month as plain text, its first line being the subject. */
export const GET: APIRoute<Props> = ({ props: { digest } }) => {
  const { subject, text } = digestMail(digest, site.url);
  return new Response(`${subject}\n\n${text}`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
