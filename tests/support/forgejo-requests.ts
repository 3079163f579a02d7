import { Refused, type Answer, type Asked } from './forge-http.ts';
import type { BareRepository, Person } from './bare-repository.ts';

interface Label {
  id: number;
  name: string;
}

interface PullRequest {
  number: number;
  title: string;
  body: string;
  source: string;
  state: 'open' | 'closed';
  merged: boolean;
  labels: Label[];
  updatedAt: string;
}

type Body = Readonly<Record<string, unknown>>;

const textIn = (body: Body, name: string): string => {
  const value = body[name];
  return typeof value === 'string' ? value : '';
};

/**
 * The pull requests and the labels of a repository, by https://codeberg.org/api/swagger: repoListPullRequests,
 * repoCreatePullRequest, repoEditPullRequest, repoMergePullRequest, issueReplaceLabels, issueListLabels,
 * issueCreateLabel.
 */
export class PullRequests {
  readonly #repository: BareRepository;
  readonly #owner: string;
  readonly #by: Person & { login: string };
  readonly #merged: (commit: string) => void;
  readonly #all: PullRequest[] = [];
  readonly #labels: Label[] = [];

  constructor(
    repository: BareRepository,
    owner: string,
    by: Person & { login: string },
    merged: (commit: string) => void,
  ) {
    this.#repository = repository;
    this.#owner = owner;
    this.#by = by;
    this.#merged = merged;
  }

  /** @param path after `/repos/{owner}/{repo}` */
  answer({ method, query, body: sent }: Asked, path: string): Answer | undefined {
    const body = sent === '' ? {} : (JSON.parse(sent) as Body);
    const number = Number(/^\/(?:pulls|issues)\/(\d+)/.exec(path)?.[1]);
    const request = this.#all.find((each) => each.number === number);
    switch (`${method} ${path.replace(/\d+/, '{index}')}`) {
      case 'GET /pulls': {
        const state = query.get('state') ?? 'open';
        const found = this.#all.filter((each) => state === 'all' || each.state === state);
        return { status: 200, body: found.map((each) => this.#shown(each)) };
      }
      case 'POST /pulls':
        return this.#create(body);
      case 'PATCH /pulls/{index}':
        if (request && body['state'] === 'closed') request.state = 'closed';
        return request && { status: 201, body: this.#shown(request) };
      case 'POST /pulls/{index}/merge':
        return request && this.#merge(request, body);
      case 'GET /labels':
        return { status: 200, body: this.#labels };
      case 'POST /labels': {
        const label = { id: this.#labels.length + 1, name: textIn(body, 'name') };
        this.#labels.push(label);
        return { status: 201, body: label };
      }
      case 'PUT /issues/{index}/labels': {
        if (!request) return undefined;
        const ids = body['labels'] as number[];
        request.labels = this.#labels.filter(({ id }) => ids.includes(id));
        return { status: 200, body: request.labels };
      }
      default:
        return undefined;
    }
  }

  #shown(request: PullRequest): object {
    const { number, title, body, state, merged, labels, source, updatedAt } = request;
    const sha = this.#repository.commitOf(source) ?? '';
    const user = { login: this.#by.login, full_name: this.#by.name };
    return {
      number,
      title,
      body,
      state,
      merged,
      labels,
      updated_at: updatedAt,
      user,
      // Of the same repository: the name of the branch alone.
      head: { label: source, ref: source, sha, repo: { owner: { login: this.#owner } } },
      base: { label: 'main', ref: 'main', sha: this.#repository.commitOf('main') },
    };
  }

  #create(body: Body): Answer {
    const source = textIn(body, 'head').replace(`${this.#owner}:`, '');
    if (this.#repository.commitOf(source) === undefined) throw new Refused(404, 'The target couldn’t be found.');
    const open = this.#all.find((each) => each.source === source && each.state === 'open');
    if (open) throw new Refused(409, `pull request already exists for these targets [id: ${open.number}]`);
    const request: PullRequest = {
      number: this.#all.length + 1,
      title: textIn(body, 'title'),
      body: textIn(body, 'body'),
      source,
      state: 'open',
      merged: false,
      labels: [],
      updatedAt: new Date().toISOString(),
    };
    this.#all.push(request);
    return { status: 201, body: this.#shown(request) };
  }

  /** 405: not mergeable now; 409: the head is another one, or both changed the same lines. */
  #merge(request: PullRequest, body: Body): Answer {
    const { source } = request;
    if (request.state !== 'open') throw new Refused(405, 'The PR is already merged');
    const known = textIn(body, 'head_commit_id');
    if (known !== '' && known !== this.#repository.commitOf(source)) throw new Refused(409, 'head out of date');
    if (body['Do'] !== 'squash') throw new Refused(405, 'Merge style not allowed');
    const message = textIn(body, 'MergeTitleField') || `Merge pull request '${request.title}' (#${request.number})`;
    const commit = this.#repository.joined('main', source, message, this.#by);
    if (commit === undefined) throw new Refused(409, 'merge conflict');
    this.#repository.move('main', commit);
    request.state = 'closed';
    request.merged = true;
    this.#merged(commit);
    return { status: 200 };
  }
}
