import { codeHash } from '#build/cache/code.ts';
import type { Backend } from './backend.ts';

const MADE_OF = ['admin', 'src', 'package-lock.json', 'tsconfig.json'];

/** The site path of the module that the CMS is, in a build: named by all that makes it, and by where it writes. */
export const cmsScript = (backend: Backend['name']): string =>
  `/_astro/cms.${backend}.${codeHash(MADE_OF).slice(0, 12)}.js`;
