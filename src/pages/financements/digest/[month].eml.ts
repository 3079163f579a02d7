import type { APIRoute, GetStaticPaths } from 'astro';
import type { Digest } from '#funding/digest/digest.ts';
import { digestDraft } from '#funding/digest/draft.ts';
import { digestMail, type NamedOpportunity } from '#funding/digest/mail.ts';
import { digests } from '#funding/digest/digests.ts';
import { site } from '#site.ts';

interface Props {
  digest: Digest<NamedOpportunity>;
}

export const getStaticPaths: GetStaticPaths = async () =>
  (await digests()).map((digest) => ({ params: { month: digest.month }, props: { digest } satisfies Props }));

/** The digest of a month as a draft that mail programs open. */
export const GET: APIRoute<Props> = async ({ props: { digest } }) => {
  const draft = await digestDraft(digestMail(digest, site.url), digest.month);
  return new Response(new Uint8Array(draft), { headers: { 'Content-Type': 'message/rfc822' } });
};
