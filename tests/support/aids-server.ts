import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An aid as the API gives it, whole: see `AidController::getResultsSpe()` of Aides-territoires. */
export const anAid = (given: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 1,
  slug: 'aide-test',
  url: '/aides/aide-test/',
  name: 'Aide test',
  name_initial: 'Aide test',
  short_title: null,
  financers: ['Département du Rhône'],
  financers_full: [{ id: 1, name: 'Département du Rhône', logo: null }],
  instructors: [],
  instructors_full: [],
  programs: [],
  description: '<p>Une aide pour le <strong>lien social</strong>.</p>',
  eligibility: '<p>Les associations du département.</p>',
  perimeter: 'Rhône',
  perimeter_scale: 'Département',
  mobilization_steps: [],
  origin_url: 'https://www.exemple.org/aide',
  categories: ['Solidarités / Cohésion sociale et inclusion'],
  is_call_for_project: false,
  application_url: 'https://www.exemple.org/aide/demande',
  targeted_audiences: ['Associations'],
  aid_types: ['Subvention'],
  aid_types_full: [],
  is_charged: false,
  destinations: [],
  start_date: '2027-01-04',
  predeposit_date: null,
  submission_deadline: '2027-03-15',
  subvention_rate_lower_bound: null,
  subvention_rate_upper_bound: 80,
  subvention_comment: null,
  loan_amount: null,
  recoverable_advance_amount: null,
  contact: 'Contact',
  recurrence: 'Récurrente',
  project_examples: null,
  import_data_url: null,
  import_data_mention: null,
  import_share_licence: null,
  date_created: '2025-01-01T00:00:00+00:00',
  date_updated: '2026-10-01T00:00:00+00:00',
  project_references: [],
  european_aid: null,
  is_live: true,
  ...given,
});

type Trouble = (response: ServerResponse) => void;

/** A server that answers as Aides-territoires is documented to, and fails as it is told to. */
export interface AidsServer {
  base: string;
  aids: Record<string, unknown>[];
  /** What the next requests for a page meet, first come first served. */
  troubles: Trouble[];
  /** What the next connections meet. */
  connections: Trouble[];
  perPage: number;
  /** The pages that were given, by number. */
  given: number[];
  connected: number;
  /** Replaces the address of the next page. */
  next: ((url: string | null) => string | null) | undefined;
  close: () => Promise<void>;
}

export const fails =
  (status: number, headers: Record<string, string> = {}): Trouble =>
  (response) =>
    response.writeHead(status, headers).end('{}');

export const answers =
  (text: string): Trouble =>
  (response) =>
    response.setHeader('Content-Type', 'application/json').end(text);

export const cuts: Trouble = (response) => response.destroy();

export const TOKEN = 'jeton-personnel';

export async function startAidsServer(): Promise<AidsServer> {
  let bearer = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const json = (value: unknown) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(value));
    if (url.pathname === '/api/connexion/') {
      state.connected += 1;
      const trouble = state.connections.shift();
      if (trouble) {
        trouble(response);
        return;
      }
      if (request.method !== 'POST' || request.headers['x-auth-token'] !== TOKEN)
        return response.writeHead(401).end('{}');
      bearer += 1;
      return json({ token: `porteur-${bearer}` });
    }
    if (url.pathname !== '/api/aids/') return response.writeHead(404).end('{}');
    if (request.headers.authorization !== `Bearer porteur-${bearer}`) return response.writeHead(401).end('{}');
    const trouble = state.troubles.shift();
    if (trouble) {
      trouble(response);
      return;
    }
    const page = Number(url.searchParams.get('page'));
    state.given.push(page);
    const results = state.aids.slice((page - 1) * state.perPage, page * state.perPage);
    const isLast = page * state.perPage >= state.aids.length;
    const next = isLast ? null : `${state.base}/api/aids/?itemsPerPage=100&page=${page + 1}`;
    return json({ count: state.aids.length, previous: null, next: state.next ? state.next(next) : next, results });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const state: AidsServer = {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    aids: [],
    troubles: [],
    connections: [],
    perPage: 2,
    given: [],
    connected: 0,
    next: undefined,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
  return state;
}
