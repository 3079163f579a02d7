import type { Asked, Answer } from './forge-http.ts';
import { Refused } from './forge-http.ts';
import type { BareRepository, Person } from './bare-repository.ts';

interface MergeRequest {
  iid: number;
  title: string;
  description: string;
  source: string;
  state: 'opened' | 'closed' | 'merged';
  labels: string[];
  updatedAt: string;
  rebasing: boolean;
  mergeError: string | null;
}

/** The merge requests of a project, by https://docs.gitlab.com/api/merge_requests/. */
export class MergeRequests {
  readonly #repository: BareRepository;
  readonly #by: Person & { username: string };
  readonly #merged: (commit: string) => void;
  readonly #all: MergeRequest[] = [];

  constructor(repository: BareRepository, by: Person & { username: string }, merged: (commit: string) => void) {
    this.#repository = repository;
    this.#by = by;
    this.#merged = merged;
  }

  /** @param path after `/projects/:id` */
  answer({ method, query }: Asked, path: string): Answer | undefined {
    if (path === '/merge_requests') return method === 'POST' ? this.#create(query) : this.#list(query);
    const [, iid, action = ''] = /^\/merge_requests\/(\d+)(?:\/(\w+))?$/.exec(path) ?? [];
    const request = this.#all.find((each) => each.iid === Number(iid));
    if (!request) return undefined;
    switch (`${method} ${action}`.trim()) {
      case 'GET':
        return { status: 200, body: this.#shown(request) };
      case 'PUT':
        return this.#update(request, query);
      case 'PUT rebase':
        return this.#rebase(request);
      case 'PUT merge':
        return this.#merge(request, query);
      default:
        return undefined;
    }
  }

  #shown(request: MergeRequest): object {
    const { rebasing } = request;
    request.rebasing = false;
    return {
      id: request.iid,
      iid: request.iid,
      title: request.title,
      description: request.description,
      state: request.state,
      updated_at: request.updatedAt,
      target_branch: 'main',
      source_branch: request.source,
      author: { name: this.#by.name, username: this.#by.username },
      labels: request.labels,
      sha: this.#repository.commitOf(request.source) ?? '',
      rebase_in_progress: rebasing,
      merge_error: request.mergeError,
    };
  }

  #list(query: URLSearchParams): Answer {
    const [state, source] = [query.get('state'), query.get('source_branch')];
    const found = this.#all.filter(
      (each) =>
        (state === null || each.state === state) &&
        (source === null || each.source === source) &&
        (query.get('labels') !== 'Any' || each.labels.length > 0),
    );
    return { status: 200, body: found.map((each) => this.#shown(each)) };
  }

  #create(query: URLSearchParams): Answer {
    const source = query.get('source_branch') ?? '';
    const open = this.#all.find((each) => each.source === source && each.state === 'opened');
    if (open) throw new Refused(409, `Another open merge request already exists for this source branch: !${open.iid}`);
    const request: MergeRequest = {
      iid: this.#all.length + 1,
      title: query.get('title') ?? '',
      description: query.get('description') ?? '',
      source,
      state: 'opened',
      labels: labelsIn(query),
      updatedAt: new Date().toISOString(),
      rebasing: false,
      mergeError: null,
    };
    this.#all.push(request);
    return { status: 201, body: this.#shown(request) };
  }

  #update(request: MergeRequest, query: URLSearchParams): Answer {
    if (query.has('labels')) request.labels = labelsIn(query);
    if (query.get('state_event') === 'close') request.state = 'closed';
    return { status: 200, body: this.#shown(request) };
  }

  /** https://docs.gitlab.com/api/merge_requests/#rebase-a-merge-request: accepted, then done or not. */
  #rebase(request: MergeRequest): Answer {
    const message = this.#repository.text('log', '-1', '--format=%B', request.source);
    const rebased = this.#repository.joined('main', request.source, message, this.#by);
    if (rebased !== undefined) this.#repository.move(request.source, rebased);
    request.mergeError = rebased === undefined ? 'Rebase failed. Please rebase locally' : null;
    request.rebasing = true;
    return { status: 202, body: { rebase_in_progress: true } };
  }

  /** https://docs.gitlab.com/api/merge_requests/#merge-a-merge-request, with its table of refusals. */
  #merge(request: MergeRequest, query: URLSearchParams): Answer {
    const sha = query.get('sha');
    if (request.state !== 'opened') throw new Refused(405, '405 Method Not Allowed');
    if (sha !== null && sha !== this.#repository.commitOf(request.source))
      throw new Refused(409, 'SHA does not match HEAD of source branch');
    if (query.get('squash') !== 'true') throw new Refused(422, 'This project requires squash commits.');
    const message = query.get('squash_commit_message') ?? request.title;
    const commit = this.#repository.joined('main', request.source, message, this.#by);
    if (commit === undefined) throw new Refused(422, 'Branch cannot be merged');
    this.#repository.move('main', commit);
    if (query.get('should_remove_source_branch') === 'true') this.#repository.remove(request.source);
    request.state = 'merged';
    this.#merged(commit);
    return { status: 200, body: this.#shown(request) };
  }
}

const labelsIn = (query: URLSearchParams): string[] => (query.get('labels') ?? '').split(',').filter(Boolean);
