import { tell } from '../dialog.ts';
import { isLoggedIn } from '../settings.ts';
import { watchActions } from '../store.ts';
import { watchAddress } from './address.ts';
import { sayCount } from './count.ts';
import type { ProposalMeans } from './desk.ts';

interface Surroundings extends Omit<ProposalMeans, 'counted'> {
  /** Says a sentence on the bar of the desk. */
  say: (sentence: string) => void;
}

const LOGIN = {
  title: 'Connectez-vous d’abord',
  paragraphs: ['Accepter une proposition écrit dans une fiche : connectez-vous, puis recommencez.'],
};

const WAITS = 'Une proposition vous attend : connectez-vous pour la lire.';

/**
 * Opens the queue of proposals: its button on the bar of the desk, and its address. What an address holds is taken at
 * once and shown once somebody is logged in; it writes nothing by itself.
 */
export async function openProposals(bar: HTMLElement, { say, ...means }: Surroundings): Promise<void> {
  const open = bar.querySelector<HTMLButtonElement>('[data-proposals]');
  const counted = (waiting: number) => {
    if (open) open.textContent = sayCount(waiting);
  };
  /** What came by the address before the queue was open. */
  const fragments: string[] = [];
  let take = (fragment: string) => void fragments.push(fragment);
  // Before Decap reads the address: at once.
  watchAddress((fragment) => take(fragment));
  /** Shows what waits for somebody to log in. */
  let showAwaited: () => void = () => undefined;
  watchActions((action, next) => {
    const done = next(action);
    // Decap keeps who is logged in a moment later.
    if (action.type === 'AUTH_SUCCESS') setTimeout(() => showAwaited());
    return done;
  });
  // Beside the CMS, not in what opens it.
  const [{ ProposalDesk }, { openQueue }] = await Promise.all([import('./desk.ts'), import('./kept.ts')]);
  const desk = new ProposalDesk({ ...means, counted }, await openQueue(Date.now));
  let awaited: string | undefined;
  showAwaited = () => {
    if (awaited !== undefined) void desk.openOne(awaited);
    awaited = undefined;
  };
  const show = (key: string) => {
    awaited = key;
    if (isLoggedIn()) showAwaited();
    else say(WAITS);
  };
  take = (fragment) =>
    void desk.take(fragment).then((taken) => {
      if ('key' in taken) {
        show(taken.key);
        return;
      }
      const { refused, again } = taken;
      const action = again && { label: 'La relire quand même', run: () => void again().then(show) };
      void tell({ title: 'Cette proposition n’est pas prise', paragraphs: [refused], ...(action && { action }) });
    });
  for (const fragment of fragments.splice(0)) take(fragment);
  open?.addEventListener('click', () => void (isLoggedIn() ? desk.openList() : tell(LOGIN)));
}
