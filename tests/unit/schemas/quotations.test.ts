import { schemaCases } from '../../support/schema-cases.ts';

schemaCases(
  'quotations',
  [
    ['no source', { url: '' }, 'url'],
    ['a source that is no address', { url: 'France 3' }, 'url'],
    ['no medium', { medium: '' }, 'medium'],
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
    ['a page without a date', { publishedOn: '' }],
  ],
);
