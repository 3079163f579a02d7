/**
 * Bundles the CMS into a folder, as it is served: `node admin/bundle-cli.ts FOLDER`, for the backend that
 * the environment names. A process of its own: the bundler keeps a gigabyte for Decap's thousand modules, which the
 * build of the site can then do without.
 */
import { build } from 'vite';
import { readBackend } from './backend.ts';
import { leanDecap } from './decap/lean.ts';
import { cmsScript } from './script.ts';

const [outDir] = process.argv.slice(2);
if (!outDir) throw new Error('Usage: node admin/bundle-cli.ts FOLDER');
const backend = readBackend(process.env).name;
await build({
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  plugins: [leanDecap(backend)],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'esnext',
    assetsDir: '_astro',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: 'admin/main.ts',
      output: {
        entryFileNames: cmsScript(backend).slice(1),
        chunkFileNames: '_astro/cms-[name].[hash].js',
        assetFileNames: '_astro/cms-[name].[hash][extname]',
      },
    },
  },
});
