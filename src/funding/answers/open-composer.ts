import { troubleOf } from '#components/trouble.ts';
import type { Composed } from './composer.ts';

/** Draws the composer in a host, once it is asked for; what does not come is told there, and may be asked for again. */
export async function openWhenAsked(host: HTMLElement, composed: Composed): Promise<void> {
  if (host.dataset['drawn']) return;
  host.dataset['drawn'] = 'true';
  try {
    const { openComposer } = await import('./composer.ts');
    await openComposer(host, composed);
  } catch (error) {
    delete host.dataset['drawn'];
    host.textContent =
      troubleOf(error) === 'unreached'
        ? 'Les réponses n’arrivent pas jusqu’ici\u00a0: vérifiez votre connexion, puis fermez et rouvrez cette partie.'
        : 'Cette partie est en panne, et votre connexion n’y est pour rien\u00a0: essayez un navigateur plus récent, ou dites-le au réseau.';
  }
}
