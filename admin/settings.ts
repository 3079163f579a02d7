import { isLocal } from './backend.ts';
import type { CmsSettings } from './config.ts';

/** What src/pages/admin/index.astro wrote for this build. */
export function readSettings(): CmsSettings {
  const settings = JSON.parse(document.getElementById('cms-settings')?.textContent ?? '') as CmsSettings;
  // A local CMS shows the site of the very server it runs on, whatever its port.
  return isLocal(settings.backend) ? { ...settings, siteUrl: location.origin } : settings;
}

/** True when the CMS has something to write into: a Git host, or the development server. */
export async function canWrite({ backend }: CmsSettings): Promise<boolean> {
  if (!isLocal(backend)) return true;
  const answer = await fetch(backend['proxy_url'] ?? '', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ action: 'info' }),
  }).catch(() => undefined);
  return answer?.ok === true;
}

/** The token by which Decap is logged in, as it keeps it. */
export function token(): string | undefined {
  try {
    return (JSON.parse(localStorage.getItem('decap-cms-user') ?? '{}') as { token?: string }).token;
  } catch {
    return undefined;
  }
}

/** True once somebody is logged in; the local CMS keeps that too. */
export const isLoggedIn = (): boolean => localStorage.getItem('decap-cms-user') !== null;
