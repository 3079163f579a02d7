// First: it opens the door by which Decap's store is reached.
import { watchActions } from './store.ts';
import CMS from 'decap-cms-app';
import { collections } from '#schemas/index.ts';
import { desk, watchForm } from './check/desk.ts';
import { cmsConfig } from './config.ts';
import { guardBackend, type FieldsOf } from './conflict/backend.ts';
import { nameControls } from './decap/names.ts';
import { openDesk } from './desk/open.ts';
import { saveByKey } from './desk/save-key.ts';
import { frenchToasts } from './errors.ts';
import { Banner } from './kept/banner.ts';
import { openCopies } from './kept/copies.ts';
import { Keeper } from './kept/keeper.ts';
import { readIndex } from './known/read.ts';
import { FRENCH, overlay, type Phrases } from './locale-fr.ts';
import { cleanPastes } from './paste/catch.ts';
import { prepareChoices } from './photos/choose.ts';
import { openPreview } from './preview/open.ts';
import { followPublication } from './publication/follow.ts';
import { Removal } from './removal/remove.ts';
import { aroundRemovals } from './removal/around.ts';
import { saveCheck } from './save-check.ts';
import { canWrite, readSettings } from './settings.ts';
import { filesOfDraft } from './review/files.ts';
import { keepWaiting } from './review/waiting.ts';
import { registerTexts } from './texts.ts';
import { Sections } from './sections/fold.ts';
import { sectionsOf } from './sections/sections.ts';
import { OpenForm } from './versions/open-form.ts';
import { registerWidgets } from './widgets/register.ts';
import { createEntry } from './write/create.ts';
import { Entries } from './write/entries.ts';

type DecapConfig = NonNullable<NonNullable<Parameters<typeof CMS.init>[0]>['config']>;

const root = document.getElementById('nc-root');
const settings = readSettings();
// A browser too old for it was told so by the page.
const isTooOld = document.documentElement.hasAttribute('data-too-old');
if (!isTooOld && (await canWrite(settings))) {
  const config = cmsConfig(settings);
  const fieldsOf: FieldsOf = (collection) => config.collections.find(({ name }) => name === collection)?.fields ?? [];

  // What the forms are made of, and say.
  CMS.registerLocale('fr', overlay(CMS.getLocale('fr') as Phrases, FRENCH));
  registerWidgets(CMS, (collection) => createEntry(entries, collection));
  registerTexts(CMS);

  // What comes into them.
  prepareChoices();
  cleanPastes(settings.siteUrl);

  // What a save is, and what becomes of it.
  const isReviewed = settings.workflow === 'review';
  CMS.registerEventListener({ name: 'preSave', handler: saveCheck(desk, isReviewed ? 'draft' : 'entry') });
  watchForm();
  // After it: a refusal of ours is known by its error, which becomes words here.
  frenchToasts();
  const saved = followPublication(settings);
  const form = new OpenForm();
  const backend = guardBackend(settings.backend.name, { form, fieldsOf, removal: () => removals });
  if (isReviewed) {
    watchActions((action, next) => {
      keepWaiting(action, Date.now());
      return next(action);
    });
    const handler = saveCheck(desk, 'published draft', (place) => filesOfDraft(backend(), place));
    CMS.registerEventListener({ name: 'prePublish', handler });
  }
  if (root) new Sections(root, form, (collection) => sectionsOf(collections[collection], fieldsOf(collection)));
  const kept = document.getElementById('kept');
  if (kept) new Keeper(form, await openCopies().catch(() => undefined), new Banner(kept), fieldsOf);

  // What is done without a form.
  const entries = new Entries({
    backend,
    site: () => desk.site([]),
    parser: desk.parser,
    written: (stored) => form.written(stored),
    removed: (places) => form.removed(places),
  });
  const removals = aroundRemovals(new Removal(entries, readIndex, desk.parser));
  openDesk({ entries, index: readIndex, site: () => desk.site([]), parser: desk.parser }, form, saved);
  saveByKey(settings.workflow);
  openPreview(form);

  if (root) nameControls(root);

  // Decap's types ask for the name of a media library where a field only limits the weight of its files.
  CMS.init({ config: config as DecapConfig });
} else if (!isTooOld) {
  const message = document.querySelector<HTMLTemplateElement>('#cms-without-server');
  root?.replaceChildren(message?.content ?? '');
}

// In development Astro reloads every page when content changes: this one just wrote it, and keeps its form.
// Vite waits for its listeners, whatever its types say.
const never = (): unknown => new Promise(() => {});
import.meta.hot?.on('vite:beforeFullReload', never);
