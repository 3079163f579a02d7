import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './folders.ts';

/** What is read: the words of the interface in its sources, or the texts of editors. */
type Reading = 'interface' | 'content';

const UNKNOWN = /^(.+?):(\d+):\d+ - Unknown word \(([^)]+)\)/gm;

/**
 * The words that the dictionaries lack, as `file:line word`.
 * @param files globs, from the root of the project
 * @throws Error when cspell could not read
 */
export async function readWith(reading: Reading, files: readonly string[]): Promise<string[]> {
  const { code, printed } = await cspell([
    ...['lint', '--no-progress', '--no-summary', '--no-color', '--relative'],
    ...['--config', join(projectRoot, `tests/spelling/${reading}.json`)],
    ...['--cache', '--cache-strategy', 'content', '--cache-location', join(projectRoot, `.cache/cspell-${reading}`)],
    ...files,
  ]);
  const words = [...printed.matchAll(UNKNOWN)].map(([, file, line, word]) => `${file}:${line} ${word}`);
  // 1 is what it says of unknown words: without any, it met an error.
  if (code !== 0 && words.length === 0) throw new Error(`cspell: ${printed}`);
  return words;
}

function cspell(args: readonly string[]): Promise<{ code: number; printed: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, 'node_modules/cspell/bin.mjs'), ...args], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, printed });
    });
  });
}
