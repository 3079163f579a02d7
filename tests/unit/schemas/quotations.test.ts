import { schemaCases } from '../../support/schema-cases.ts';

schemaCases(
  'quotations',
  [
    ['no source', { sources: [] }, 'sources'],
    ['a source that is no address', { 'sources.0.url': 'France 3' }, 'sources[1].url'],
    ['a source without a name', { 'sources.0.title': '' }, 'sources'],
    ['a source that nobody says to have read', { 'sources.0.readOn': '' }, 'sources'],
    ['the address a second time, beside its source', { url: 'https://exemple.org/article' }, 'url'],
    ['nobody who says it', { spokenBy: '' }, 'spokenBy'],
    ['more than a short quotation', { text: 'x'.repeat(301) }, 'text'],
    ['guillemets around it', { text: '« On se parle mieux. »' }, 'text'],
    ['English quotes around it', { text: '"On se parle mieux."' }, 'text'],
    ['a theme that does not exist', { theme: 'joie' }, 'theme'],
    ['a cantine by its path', { cantine: '/cantines/bruz/' }, 'cantine'],
  ],
  [
    ['three hundred signs', { text: 'x'.repeat(300) }],
    ['a quotation inside it', { text: 'On m’a dit « venez », et je suis venue.' }],
    ['a page without a date', { 'sources.0.publishedOn': '' }],
  ],
);
