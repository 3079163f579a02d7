import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Refusal } from '#publication/refusal.ts';
import { siteStateOf, type SiteState } from '#publication/site-state.ts';
import { copyNetwork } from './folders.ts';
import { commitAll, git } from './git.ts';
import { startGitlab, type GitlabServer } from './gitlab-server.ts';
import { startLiveSite, type LiveSite } from './live-site.ts';

/** The CMS online, over a copy of the frozen network on a GitLab, and the site that its host serves. */
export interface GitlabCms {
  gitlab: GitlabServer;
  site: LiveSite;
  /** What Git says in the repository of the forge. */
  git: (...args: string[]) => string;
  /** What the host says once it serves that commit, or the branch. */
  servedAt: (commit: string) => SiteState;
  /** What the build says of that commit: a telephone that is none. */
  refusalOf: (commit: string) => Refusal;
  /** Makes a page that of an editor who is logged in, before it is opened. */
  logIn: (page: Page) => Promise<void>;
  close: () => Promise<void>;
}

/** Starts both; nothing waits to be published. */
export async function startGitlabCms(): Promise<GitlabCms> {
  const scratch = mkdtempSync(join(tmpdir(), 'publication-'));
  await copyNetwork(join(scratch, 'site'));
  git(join(scratch, 'site'), 'init', '--quiet');
  commitAll(join(scratch, 'site'), 'Start');
  git(scratch, 'clone', '--quiet', '--bare', 'site', 'site.git');
  const bare = join(scratch, 'site.git');
  const log = (commit: string) => git(bare, 'rev-list', commit).split('\n');
  const servedAt = (commit: string): SiteState =>
    siteStateOf({ commit: log(commit)[0], committedAt: new Date(), commits: log(commit) }, new Map(), new Date());
  const gitlab = await startGitlab(bare);
  const site = await startLiveSite(gitlab.backend, servedAt('main'));
  return {
    gitlab,
    site,
    git: (...args) => git(bare, ...args),
    servedAt,
    refusalOf: (commit) => ({
      version: 1,
      commit,
      commits: log(commit),
      refusedAt: new Date().toISOString(),
      step: 'la vérification des fiches',
      problems: [
        {
          file: 'content/cantines/lyon-vaise.md',
          line: 12,
          field: 'contacts.telephone',
          label: 'Téléphone',
          remedy: 'Écrivez le numéro à dix chiffres, par exemple 04 78 00 00 00.',
        },
      ],
      total: 1,
    }),
    logIn: async (page) => {
      await page.addInitScript(
        (user) => localStorage.setItem('decap-cms-user', user),
        JSON.stringify({ backendName: 'gitlab', token: gitlab.token, login: 'equipe', name: 'Une équipe' }),
      );
    },
    close: async () => {
      await site.close();
      await gitlab.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}
