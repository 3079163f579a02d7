import { satteri } from '@astrojs/markdown-satteri';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { MARKDOWN_OPTIONS, SYNTAX_HIGHLIGHT } from './src/content/markdown.ts';
import { oldestBrowsers } from './src/build/browsers.ts';
import { contentCheck } from './src/build/content-check.ts';
import { cacheFolder } from './src/build/cache/index.ts';
import { cmsBundle } from './admin/cms-bundle.ts';
import { siteRedirects } from './src/content/site-redirects.ts';
import { hostHeaders } from './src/build/hosting/host-headers.ts';
import { hostRedirects } from './src/build/hosting/redirects-file.ts';
import { localCms } from './admin/local-cms.ts';
import { livePreview } from './admin/preview/live-preview.ts';
import { keptPages } from './src/build/kept-pages.ts';
import { placeFiles } from './src/build/place-files.ts';
import { precompress } from './src/build/precompress.ts';
import { search } from './src/build/search.ts';
import { site } from './src/site.ts';

// Astro does not hash an inline style that a layout writes itself.
const layers = readFileSync(new URL('./src/styles/layers.css', import.meta.url), 'utf8');
const layersHash = `sha256-${createHash('sha256').update(layers).digest('base64')}`;

export default defineConfig({
  site: site.url,
  cacheDir: cacheFolder(),
  trailingSlash: 'always',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'always' },
  // Straight to the loopback address: the CMS of `npm start` writes files and answers nobody else.
  server: { host: '127.0.0.1', port: 4321 },
  devToolbar: { enabled: false },
  markdown: { processor: satteri(MARKDOWN_OPTIONS), syntaxHighlight: SYNTAX_HIGHLIGHT },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      styleDirective: { hashes: [layersHash] },
    },
  },
  vite: {
    // Styles are written for the oldest browsers of package.json. So are scripts, by the edition that all of them know
    // (tests/dist/browsers.test.ts holds them to it): by name, Safari 15.6 has each private field become a WeakMap, for
    // a fault of its field initialisers in scopes that none of ours has, and a third more bytes.
    build: { target: 'es2022', cssTarget: oldestBrowsers() },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  // First: a group takes along what its files import, and nearly every page counts days.
                  { name: 'days', test: /src\/domain\/(?:days|french)\.ts$/, priority: 1 },
                  { name: 'reach', test: /src\/(?:components\/trouble|places\/fetch-shard)\.ts$/, priority: 1 },
                  // What tells whether a cantine is open, always needed together: one file compresses better than six.
                  {
                    name: 'opening',
                    test: /src\/(?:domain\/(?:holidays|opening|zones)|cantines\/hours\/(?:opening-\w+|upcoming-exceptions))\.ts$/,
                  },
                  // A few hundred bytes each, that the lists near a place all need: one request instead of four.
                  {
                    name: 'elements',
                    test: /src\/(?:components\/site-element|domain\/(?:fold|insee)|lists\/address-bar|places\/normalise)\.ts$/,
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
  integrations: [
    contentCheck(),
    keptPages(),
    react(),
    sitemap({
      filter: (page) =>
        !/\/(?:admin|alertes|embed|affiche|confirmer|date|hors-ligne|proposer)\//.test(page) &&
        !siteRedirects().some(({ from }) => from === new URL(page).pathname),
    }),
    localCms(),
    livePreview(),
    cmsBundle(),
    placeFiles(),
    search(),
    hostHeaders(),
    hostRedirects(),
    // Last: it compresses what the others have written.
    precompress(),
  ],
});
