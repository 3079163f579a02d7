import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { keptFiles, writeFiles, type Files } from '#build/cache/files.ts';
import { cmsScript } from './script.ts';

/**
 * The CMS in `dist/_astro/`, bundled beside the site, while it is built, and only when its code has changed: a save
 * changes content, which the CMS holds none of.
 */
export function cmsBundle(): AstroIntegration {
  let bundled: Promise<Files> | undefined;
  return {
    name: 'cms-bundle',
    hooks: {
      'astro:build:start': () => {
        bundled = keptFiles('cms', [cmsScript()], bundle);
        // Awaited at the end of the build, unless something else stops it before.
        bundled.catch(() => undefined);
      },
      'astro:build:done': async ({ dir }) => {
        if (bundled) await writeFiles(fileURLToPath(dir), await bundled);
      },
    },
  };
}

/** @throws Error with what the bundler printed when it fails. */
async function bundle(): Promise<Files> {
  const folder = await mkdtemp(join(tmpdir(), 'petites-cantines-cms-'));
  try {
    await run([join(import.meta.dirname, 'bundle-cli.ts'), folder]);
    const paths = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const read = async ({ parentPath, name }: { parentPath: string; name: string }) =>
      [join(basename(parentPath), name), new Uint8Array(await readFile(join(parentPath, name)))] as const;
    return new Map(await Promise.all(paths.map(read)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let printed = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The CMS could not be bundled:\n${printed}`));
    });
  });
}
