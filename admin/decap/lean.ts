import type { Plugin } from 'vite';
import { codeHash } from '#build/cache/code.ts';
import type { Backend } from '../backend.ts';
import { inHouseColours } from './colours.ts';
import { formOfEntry } from './form-of-entry.ts';
import { inFrench } from './phrases.ts';
import { standIns } from './stand-ins.ts';

/** Decap falls back on English. */
const LOCALES = ['en', 'fr'];

const LOCALE_LIST = /decap-cms-locales[\\/]dist[\\/]esm[\\/]index\.js$/;

const PREFIX = '\0left-out:';

const DECAP = /[\\/]node_modules[\\/](?:decap-cms-[\w-]+|gray-matter)[\\/]/;

/**
 * Leaves out of `decap-cms-app`, which registers all its parts at once, what a CMS that writes into this backend does
 * not use: the other backends and languages, the widgets that no schema asks for, and what only those need. Says in
 * French what its code says in English, and gives each entry its own form.
 */
export function leanDecap(backend: Backend['name']): Plugin {
  const modules = standIns(backend);
  return {
    // The development server keeps what it bundled under the names of its plugins.
    name: `lean-decap-${backend}-${codeHash(['admin/decap']).slice(0, 12)}`,
    // Before Vite finds the packages themselves.
    enforce: 'pre',
    resolveId: (source, importer) => (modules.has(source) && DECAP.test(importer ?? '') ? PREFIX + source : null),
    load: (id) => (id.startsWith(PREFIX) ? modules.get(id.slice(PREFIX.length)) : null),
    transform: (code, id) => {
      if (LOCALE_LIST.test(id)) return onlyLocales(code);
      const ours = formOfEntry(code, id);
      const french = inFrench(ours ?? code, id);
      return inHouseColours(french ?? ours ?? code, id) ?? french ?? ours;
    },
  };
}

/** @throws Error when Decap lists its languages in another way. */
function onlyLocales(code: string): string {
  const kept = code.split('\n').filter((line) => LOCALES.some((locale) => line.includes(`from './${locale}'`)));
  if (kept.length !== LOCALES.length)
    throw new Error('decap-cms-locales is not a list of exports: admin/decap/lean.ts');
  return kept.join('\n');
}
