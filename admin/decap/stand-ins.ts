import type { Backend } from '../backend.ts';

/** What each backend package of Decap exports to `decap-cms-app`. */
const BACKENDS = {
  'aws-cognito-github-proxy': 'AwsCognitoGitHubProxyBackend',
  azure: 'AzureBackend',
  bitbucket: 'BitbucketBackend',
  forgejo: 'ForgejoBackend',
  'git-gateway': 'GitGatewayBackend',
  gitea: 'GiteaBackend',
  github: 'GitHubBackend',
  gitlab: 'GitLabBackend',
  test: 'TestBackend',
} as const;

/** The widgets that the field kit never asks for; `code` is ours (admin/widgets/code.ts). */
const WIDGETS = ['code', 'colorstring', 'map', 'richtext', 'uuid'] as const;

/** What Decap's packages import and this CMS never calls: package → the names that they take from it. */
const LIBRARIES = {
  // GraphQL is an option of the GitHub and GitLab backends, which admin/backend.ts does not set.
  'apollo-client': ['ApolloClient'],
  'apollo-link-context': ['setContext'],
  'apollo-link-http': ['createHttpLink'],
  // Of gray-matter, whose YAML Decap replaces by its own.
  'js-yaml': ['safeDump', 'safeLoad'],
  // Draws a component of a text in Decap's own preview pane, which is off.
  'react-dom/server': ['renderToString'],
} as const;

/** Of GraphQL too, but called as soon as the backend is loaded. */
const INERT = {
  'apollo-cache-inmemory': `export class InMemoryCache {}
export class IntrospectionFragmentMatcher {}
export const defaultDataIdFromObject = () => null;`,
  'graphql-tag': 'export const gql = () => undefined;',
} as const;

/** The module that stands in for each package that a CMS writing into this backend does not use, by its name. */
export function standIns(backend: Backend['name']): ReadonlyMap<string, string> {
  const backends = Object.entries(BACKENDS)
    .filter(([name]) => name !== backend)
    .map(([name, exported]) => [`decap-cms-backend-${name}`, refusing(name, [exported])] as const);
  const widgets = WIDGETS.map((name) => [`decap-cms-widget-${name}`, widget(name)] as const);
  const libraries = Object.entries(LIBRARIES).map(([name, exported]) => [name, refusing(name, exported)] as const);
  return new Map([...backends, ...widgets, ...libraries, ...Object.entries(INERT)]);
}

/** Functions and classes that say where they went. */
const refusing = (name: string, exported: readonly string[]): string =>
  exported.map((each) => `export function ${each}() { ${refusal(name)} }`).join('\n');

const widget = (name: string): string => `const controlComponent = () => { ${refusal(name)} };
export default { Widget: () => ({ name: '${name}', controlComponent }) };`;

const refusal = (name: string): string =>
  `throw new Error('« ${name} » is left out of the CMS: admin/decap/stand-ins.ts');`;
