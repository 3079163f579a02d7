import CMS from 'decap-cms-app';
import type { CmsSettings } from '../config.ts';
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
export function followPublication({ backend, workflow }: CmsSettings): (title: string) => void {
  const view = document.getElementById('publication');
  if (!view) return () => undefined;
  const bar = new PublicationBar(view, forgeOf(backend, token), () => token() !== undefined);
  CMS.registerEventListener({ name: 'postPublish', handler: ({ entry }: Saved) => bar.saved(titleOf(entry)) });
  CMS.registerEventListener({ name: 'postUnpublish', handler: ({ entry }: Saved) => bar.saved(titleOf(entry)) });
  if (workflow === 'review')
    CMS.registerEventListener({ name: 'postSave', handler: ({ entry }: Saved) => bar.drafted(titleOf(entry)) });
  bar.start();
  return (title) => bar.saved(title);
}

function titleOf(entry: Saved['entry']): string {
  const title = entry.getIn(['data', 'title']);
  return typeof title === 'string' ? title : 'Une fiche';
}
