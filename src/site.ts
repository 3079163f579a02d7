import { LOOPBACK_NAMES } from '#domain/loopback.ts';

/** What the environment says of this build. */
interface Site {
  /** Absolute address of the site, without a final slash. */
  url: string;
  /** True when `SITE_URL` names a real host: no examples, absolute links, a CMS that logs in. */
  live: boolean;
}

/**
 * Reads `SITE_URL`.
 * @throws Error when it is not an absolute http(s) address.
 */
export function readSite(env: Readonly<Record<string, string | undefined>>): Site {
  const given = env['SITE_URL']?.trim();
  if (!given) return { url: 'http://localhost:4321', live: false };
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/') {
    throw new Error(
      `SITE_URL vaut « ${given} ». Écrivez l’adresse du site, sans chemin, par exemple SITE_URL=https://www.exemple.org`,
    );
  }
  return { url: url.origin, live: !LOOPBACK_NAMES.includes(url.hostname) };
}

export const site = readSite(process.env);
