/** The pipelines of the three forges, held to the schemas that their makers publish. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commitAll, git } from '../../support/git.ts';
import { projectRoot } from '../../support/folders.ts';

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');

const WORKFLOWS = ['.github/workflows/site.yml', '.forgejo/workflows/site.yml'];

// GitHub's parser imports its schema without saying that it is JSON, as its own bundler lets it: Node asks for it.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');

/** What GitHub's own parser holds against a workflow: keys, events, contexts, expressions. */
async function faultsOf(name: string, content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const template = value && (await convertWorkflowTemplate(context, value));
  return [
    ...context.errors.getErrors().map(({ message }) => message),
    ...(template?.errors ?? []).map(({ Message }) => Message),
  ];
}

describe.each(WORKFLOWS)('%s', (file) => {
  test('is a workflow', async () => {
    expect(await faultsOf(file, read(file))).toEqual([]);
  });

  test.each([
    ['a key that does not exist', 'cancel-in-progress:', 'cancel:'],
    ['an expression that names nothing', 'vars.SITE_URL', 'varz.SITE_URL'],
    ['a schedule that is none', '17 2 * * *', '99 2 * * *'],
  ])('%s is told', async (_, right, wrong) => {
    expect(await faultsOf(file, read(file).replaceAll(right, wrong))).not.toEqual([]);
  });
});

describe('.gitlab-ci.yml', () => {
  /** What GitLab's schema and its rules make of a file: the jobs that would run, or why none would. */
  function jobsOf(yaml: string, variables: Readonly<Record<string, string>>): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'gitlab-'));
    try {
      writeFileSync(join(folder, '.gitlab-ci.yml'), yaml);
      git(folder, 'init', '--quiet');
      git(folder, 'remote', 'add', 'origin', 'git@gitlab.exemple:reseau/site.git');
      commitAll(folder, 'Start');
      git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
      git(folder, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
      const given = Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`]);
      const printed = execFileSync(
        process.execPath,
        [
          join(projectRoot, 'node_modules/gitlab-ci-local/dist/index.js'),
          '--list-json',
          '--ignore-predefined-vars',
          'CI_PIPELINE_SOURCE,CI_COMMIT_BRANCH',
          '--home',
          folder,
          ...given,
        ],
        { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
      );
      const jobs = JSON.parse(printed) as { name: string; when: string }[];
      return jobs.filter(({ when }) => when !== 'never').map(({ name }) => name);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  const yaml = read('.gitlab-ci.yml');

  test.each([
    ['a push, into a folder', { PUBLISH_TO: '/srv/site' }, ['publish']],
    ['a push, into Pages', {}, ['pages']],
    ['the night', { PUBLISH_TO: '/srv/site', CI_PIPELINE_SOURCE: 'schedule' }, ['publish']],
    [
      'a merge request',
      { PUBLISH_TO: '/srv/site', CI_PIPELINE_SOURCE: 'merge_request_event', CI_COMMIT_BRANCH: '' },
      ['change'],
    ],
  ])('%s', (_, variables, jobs) => {
    expect(jobsOf(yaml, variables)).toEqual(jobs);
  });

  test('a key that does not exist is told', () => {
    expect(() => jobsOf(yaml.replace('interruptible:', 'interruptable: 1\n  interruptible:'), {})).toThrow();
  });
});

test('the three say the same: the whole history, the same command, the same things kept', () => {
  const texts = [...WORKFLOWS, '.gitlab-ci.yml'].map(read);
  for (const text of texts) {
    expect(text).toMatch(/fetch-depth: 0|GIT_DEPTH: 0/);
    expect(text).toContain('.ci/pipeline --modification');
    for (const kept of [
      '.cache/build',
      '.cache/npm',
      '.cache/night.json',
      '.cache/watch-mail.json',
      '.cache/facts-ask.json',
      '.cache/facts-pages.json',
      'node_modules/.astro',
    ])
      expect(text).toContain(kept);
  }
  const env = WORKFLOWS.map((file) => (parse(read(file)) as { jobs: { publish: { env: unknown } } }).jobs.publish.env);
  expect(env[0]).toEqual(env[1]);
});
