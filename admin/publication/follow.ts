import CMS from 'decap-cms-app';
import type { Backend } from '../backend.ts';
import { token } from '../settings.ts';
import { PublicationBar } from './bar.ts';
import { forgeOf } from './forge.ts';

/** The entry that Decap hands to its events. */
interface Saved {
  entry: { getIn(path: readonly string[]): unknown };
}

/**
 * Follows what is saved until it is online, in the bar under the CMS.
 * @returns what to call with a title when something is saved without a form
 */
export function followPublication(backend: Backend): (title: string) => void {
  const view = document.getElementById('publication');
  if (!view) return () => undefined;
  const bar = new PublicationBar(view, forgeOf(backend, token), () => token() !== undefined);
  const saved = ({ entry }: Saved) => {
    const title = entry.getIn(['data', 'title']);
    bar.saved(typeof title === 'string' ? title : 'Une fiche');
  };
  CMS.registerEventListener({ name: 'postSave', handler: saved });
  CMS.registerEventListener({ name: 'postUnpublish', handler: saved });
  bar.start();
  return (title) => bar.saved(title);
}
