import { codeHash } from '#build/cache/code.ts';

/** The site path of the module that the CMS is, in a build: named by all that makes it. */
export const cmsScript = (): string =>
  `/_astro/cms.${codeHash(['admin', 'src', 'package-lock.json', 'tsconfig.json']).slice(0, 12)}.js`;
