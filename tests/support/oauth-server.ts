import { createHash, randomUUID } from 'node:crypto';
import type { Answer, Asked } from './forge-http.ts';

/** The tokens that a forge gave, and takes back. */
export interface OauthServer {
  /** Answers a request for a code or a token; undefined for any other one. */
  answer: (asked: Asked) => Answer | undefined;
  isValid: (token: string) => boolean;
  /** A token without a login. */
  issue: () => string;
  /** Has every access token expire; with `whole`, the sessions too. */
  expire: (whole?: 'whole') => void;
  /** How many codes were exchanged, with the verifier of their challenge. */
  logins: number;
  renewals: number;
}

/**
 * The authorization code with PKCE, as a public client gets it: RFC 6749 and RFC 7636, which
 * https://docs.gitlab.com/api/oauth2/#authorization-code-with-proof-key-for-code-exchange-pkce and
 * https://forgejo.org/docs/latest/user/oauth2-provider/ document. The visitor is logged into the forge and agrees.
 */
export function oauthServer(paths: { authorize: string; token: string }, client: string): OauthServer {
  const codes = new Map<string, { challenge: string; redirect: string }>();
  const access = new Set<string>();
  const refresh = new Set<string>();

  const tokens = (): Answer => {
    const [token, renewal] = [randomUUID(), randomUUID()];
    access.add(token);
    refresh.add(renewal);
    return {
      status: 200,
      body: { access_token: token, token_type: 'bearer', expires_in: 7200, refresh_token: renewal },
    };
  };
  const refused = (error: string, description: string): Answer => ({
    status: 400,
    body: { error, error_description: description },
  });

  function authorize({ query }: Asked): Answer {
    const given = (name: string) => query.get(name) ?? '';
    const redirect = given('redirect_uri');
    if (given('client_id') !== client || !/\/admin\/$/.test(redirect))
      return refused('invalid_request', 'Unknown client or redirect address.');
    if (given('response_type') !== 'code' || given('code_challenge_method') !== 'S256' || given('scope') === '')
      return refused('invalid_request', 'A code, by S256, with a scope, is expected.');
    const code = randomUUID();
    codes.set(code, { challenge: given('code_challenge'), redirect });
    const back = new URL(redirect);
    back.searchParams.set('code', code);
    back.searchParams.set('state', given('state'));
    return { status: 302, headers: { Location: back.href } };
  }

  function exchange({ body }: Asked): Answer {
    const given = JSON.parse(body) as Partial<Record<string, string>>;
    if (given['client_id'] !== client) return refused('invalid_client', 'Client authentication failed.');
    if (given['grant_type'] === 'refresh_token') {
      if (!refresh.delete(given['refresh_token'] ?? ''))
        return refused('invalid_grant', 'The provided authorization grant is invalid, expired or revoked.');
      server.renewals += 1;
      return tokens();
    }
    const code = codes.get(given['code'] ?? '');
    codes.delete(given['code'] ?? '');
    const verifier = createHash('sha256')
      .update(given['code_verifier'] ?? '')
      .digest('base64url');
    if (code?.challenge !== verifier || code.redirect !== given['redirect_uri'])
      return refused('invalid_grant', 'The provided authorization grant is invalid.');
    server.logins += 1;
    return tokens();
  }

  const server: OauthServer = {
    logins: 0,
    renewals: 0,
    answer: (asked) => {
      if (asked.method === 'GET' && asked.path === paths.authorize) return authorize(asked);
      return asked.method === 'POST' && asked.path === paths.token ? exchange(asked) : undefined;
    },
    isValid: (token) => access.has(token),
    issue: () => {
      const token = randomUUID();
      access.add(token);
      return token;
    },
    expire: (whole) => {
      access.clear();
      if (whole) refresh.clear();
    },
  };
  return server;
}
