import type { Settings } from '#schemas/settings.ts';

/** Where a form is sent, and how its answers are written. */
export interface Endpoint {
  url: string;
  encoding: 'json' | 'form';
}

/** Where the answers of a form go, what its reader is told of it. */
export interface Target {
  /** Absent when the settings name none. */
  endpoint?: Endpoint | undefined;
  /** Who receives, when no endpoint does or when it does not answer. */
  email?: string | undefined;
  /** The last resort: the network's present site. */
  website?: string | undefined;
  /** Who reads: « Les Petites Cantines Réseau ». */
  organisation: string;
  /** How long the answers are kept, in a sentence. */
  retention?: string | undefined;
}

/**
 * Where a form of this build goes. `FORM_ENDPOINT`, in the environment of the build, replaces the address of
 * the settings: a trial site sends to a service of its own.
 * @throws Error when `FORM_ENDPOINT` is not an http(s) address
 */
export function targetOf(
  settings: Settings | undefined,
  recipient: keyof Settings['formRecipients'],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Target {
  const given = env['FORM_ENDPOINT']?.trim();
  if (given && !/^https?:\/\//.test(URL.canParse(given) ? new URL(given).href : '')) {
    throw new Error(
      `FORM_ENDPOINT vaut « ${given} ». Écrivez l’adresse qui reçoit les formulaires, par exemple FORM_ENDPOINT=https://formulaires.exemple.org/envoi`,
    );
  }
  const url = given || settings?.forms.url;
  return {
    endpoint: url ? { url, encoding: settings?.forms.encoding ?? 'form' } : undefined,
    email: settings?.formRecipients[recipient] ?? settings?.email,
    website: settings?.website,
    organisation: settings?.organisation ?? 'Les Petites Cantines',
    retention: settings?.forms.retention,
  };
}

/** The `connect-src` that the policy of a page with the form needs. */
export const connectSource = ({ endpoint }: Target): `connect-src ${string}` =>
  `connect-src 'self'${endpoint ? ` ${new URL(endpoint.url).origin}` : ''}`;
