/** Programs of this machine that tests run, and how they come there. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of the first of these commands that the `PATH` has. */
export function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const isRoot = (): boolean => process.getuid?.() === 0;

// A mirror that does not answer must not hold the tests.
const IMPATIENT = [
  '-o',
  'Acquire::Retries=1',
  '-o',
  'Acquire::http::Timeout=30',
  '-o',
  'Acquire::https::Timeout=30',
  '-o',
  'DPkg::Lock::Timeout=120',
];

let isUpdated = false;

/**
 * Installs packages on Debian and its children, as root, or by `sudo` when it asks no password and `sudo` is allowed.
 * What apt prints goes to the standard error. Two calls at once would meet at the lock of dpkg.
 * @returns whether they are installed.
 */
export function installDebian(packages: readonly string[], { sudo = false } = {}): boolean {
  if (!existsSync('/etc/debian_version') || !(isRoot() || (sudo && onPath(['sudo'])))) return false;
  const before = isRoot() ? [] : ['sudo', '-n'];
  const apt = (...args: readonly string[]) => {
    const [program = '', ...rest] = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...IMPATIENT];
    return spawnSync(program, [...rest, ...args], { stdio: ['ignore', 2, 2] }).status === 0;
  };
  isUpdated ||= apt('update');
  return isUpdated && apt('install', '-y', '--no-install-recommends', ...packages);
}
