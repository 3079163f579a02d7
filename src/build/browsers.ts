import browserslist from 'browserslist';

/** The names of browserslist that the bundler knows by another one. */
const NAMES: Readonly<Record<string, string>> = { ios_saf: 'ios' };

/** The oldest version of each browser that `browserslist` of package.json promises to serve, as a bundler's target. */
export function oldestBrowsers(): string[] {
  const oldest = new Map<string, number>();
  for (const each of browserslist()) {
    // A range of iOS is one version of its engine: « ios_saf 15.6-15.8 ».
    const [, name = '', version = ''] = /^(\w+) ([\d.]+)/.exec(each) ?? [];
    oldest.set(name, Math.min(oldest.get(name) ?? Infinity, Number(version)));
  }
  return [...oldest].map(([name, version]) => `${NAMES[name] ?? name}${version}`);
}
