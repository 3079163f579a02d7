import type { APIRoute } from 'astro';
import { entryNamed } from '#content/entries.ts';

const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `/icones/${name}.png`,
  type: 'image/png',
  sizes: `${size}x${size}`,
  purpose,
});

/** Web app manifest (W3C): the site on the home screen of a phone, open on the list of the cantines. */
export const GET: APIRoute = async () => {
  const settings = (await entryNamed('settings', 'site'))?.data;
  const manifest = {
    id: '/',
    name: settings?.title ?? 'Les Petites Cantines',
    short_name: 'Cantines',
    description: settings?.description,
    lang: 'fr',
    dir: 'ltr',
    scope: '/',
    start_url: '/cantines/',
    // Keeps the button to go back, which phones without one need.
    display: 'minimal-ui',
    background_color: '#fbf6ec',
    theme_color: '#fbf6ec',
    icons: [icon('192', 192, 'any'), icon('512', 512, 'any'), icon('masque-512', 512, 'maskable')],
    shortcuts: [
      { name: 'Trouver une cantine', url: '/cantines/' },
      { name: 'Les prochaines sessions', url: '/sessions/' },
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
};
