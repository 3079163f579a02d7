// First: it opens the door by which Decap's store is reached.
import './store.ts';
import CMS from 'decap-cms-app';
import type { DecapField } from '#schemas/kit/decap.ts';
import { isLocal } from './backend.ts';
import { desk, watchForm } from './check/desk.ts';
import { frenchToasts } from './errors.ts';
import { cmsConfig, type CmsSettings } from './config.ts';
import { askChoice } from './conflict/dialog.ts';
import { namingRevisions } from './conflict/gitlab.ts';
import { guard, type Implementation } from './conflict/guard.ts';
import { Banner } from './kept/banner.ts';
import { openCopies } from './kept/copies.ts';
import { Keeper } from './kept/keeper.ts';
import { FRENCH, overlay, type Phrases } from './locale-fr.ts';
import { cleanPastes } from './paste/catch.ts';
import { prepareChoices } from './photos/choose.ts';
import { PublicationBar } from './publication/bar.ts';
import { forgeOf } from './publication/forge.ts';
import { saveCheck } from './save-check.ts';
import { registerTexts } from './texts.ts';
import { registerWidgets } from './widgets/register.ts';
import { OpenForm } from './versions/open-form.ts';

type DecapConfig = NonNullable<NonNullable<Parameters<typeof CMS.init>[0]>['config']>;

type FieldsOf = (collection: string) => readonly DecapField[];

/** What src/pages/admin/index.astro wrote for this build. */
function readSettings(): CmsSettings {
  const settings = JSON.parse(document.getElementById('cms-settings')?.textContent ?? '') as CmsSettings;
  // A local CMS shows the site of the very server it runs on, whatever its port.
  return isLocal(settings.backend) ? { ...settings, siteUrl: location.origin } : settings;
}

/** True when the CMS has something to write into: a Git host, or the development server. */
async function canWrite({ backend }: CmsSettings): Promise<boolean> {
  if (!isLocal(backend)) return true;
  const answer = await fetch(backend['proxy_url'] ?? '', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ action: 'info' }),
  }).catch(() => undefined);
  return answer?.ok === true;
}

/** The token by which Decap is logged in, as it keeps it. */
function token(): string | undefined {
  try {
    return (JSON.parse(localStorage.getItem('decap-cms-user') ?? '{}') as { token?: string }).token;
  } catch {
    return undefined;
  }
}

/** The entry that Decap hands to its events. */
interface Saved {
  entry: { getIn(path: readonly string[]): unknown };
}

/** Decap’s backend compares before it writes, under its own name: who is logged in stays so. */
function guardBackend(name: string, form: OpenForm, fieldsOf: FieldsOf): void {
  const registered = CMS.getBackend(name) as unknown as { init: (...args: unknown[]) => Implementation };
  const { init } = registered;
  registered.init = (...args) =>
    guard(name === 'gitlab' ? namingRevisions(init(...args)) : init(...args), {
      textOf: (path) => form.textOf(path),
      goOnFrom: (path, raw) => form.goOnFrom(path, raw),
      show: (raw) => form.show(raw),
      ask: (conflict) => askChoice(conflict, form.textOf(conflict.path) ?? '', fieldsOf(form.start?.collection ?? '')),
    });
}

const settings = readSettings();
if (await canWrite(settings)) {
  CMS.registerLocale('fr', overlay(CMS.getLocale('fr') as Phrases, FRENCH));
  registerWidgets(CMS);
  registerTexts(CMS);
  frenchToasts();
  CMS.registerEventListener({ name: 'preSave', handler: saveCheck(desk) });
  watchForm();
  prepareChoices();
  cleanPastes(settings.siteUrl);
  const view = document.getElementById('publication');
  if (view) {
    const bar = new PublicationBar(view, forgeOf(settings.backend, token), () => token() !== undefined);
    const saved = ({ entry }: Saved) => {
      const title = entry.getIn(['data', 'title']);
      bar.saved(typeof title === 'string' ? title : 'Une fiche');
    };
    CMS.registerEventListener({ name: 'postSave', handler: saved });
    CMS.registerEventListener({ name: 'postUnpublish', handler: saved });
    bar.start();
  }
  const config = cmsConfig(settings);
  const fieldsOf: FieldsOf = (collection) => config.collections.find(({ name }) => name === collection)?.fields ?? [];
  const form = new OpenForm();
  guardBackend(config.backend.name, form, fieldsOf);
  const kept = document.getElementById('kept');
  if (kept) new Keeper(form, await openCopies().catch(() => undefined), new Banner(kept), fieldsOf);
  // Decap's types ask for the name of a media library where a field only limits the weight of its files.
  CMS.init({ config: config as DecapConfig });
} else {
  const message = document.querySelector<HTMLTemplateElement>('#cms-without-server');
  document.getElementById('nc-root')?.replaceChildren(message?.content ?? '');
}

// In development Astro reloads every page when content changes: this one just wrote it, and keeps its form.
// Vite waits for its listeners, whatever its types say.
const never = (): unknown => new Promise(() => {});
import.meta.hot?.on('vite:beforeFullReload', never);
