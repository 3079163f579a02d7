import { redirectsOf } from '#content/redirects.ts';
import type { Answers } from '../versions/answers.ts';

/** The settings with one old address more, and those that led to it led where it leads. */
export function redirecting(settings: Answers, from: string, to: string): Answers {
  const others = redirectsOf(settings)
    .filter((redirect) => redirect.from !== from)
    .map((redirect) => (redirect.to.replace(/[?#].*$/, '') === from ? { ...redirect, to } : redirect));
  return { ...settings, redirects: [...others.filter((redirect) => redirect.from !== to), { from, to }] };
}
