import type { Backend } from '../backend.ts';
import type { Implementation } from '../conflict/guard.ts';
import { onForgejo } from './forgejo.ts';
import { onGithub } from './github.ts';
import { onGitlab } from './gitlab.ts';

/** Mends what Decap’s backend of a forge does of drafts, before it is guarded. */
export function mendReview(name: Backend['name'], backend: Implementation): Implementation {
  switch (name) {
    case 'gitlab':
      return onGitlab(backend);
    case 'forgejo':
      return onForgejo(backend);
    case 'github':
      return onGithub(backend);
    case 'gitea':
    case 'proxy':
      return backend;
  }
}
