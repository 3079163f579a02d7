import { schemaCases } from '../../support/schema-cases.ts';

const entry = (href: string) => ({ menu: [{ label: 'Cantines', href }] });

schemaCases(
  'settings',
  [
    ['a javascript: menu', entry('javascript:alert(1)'), 'menu[1].href'],
    ['a menu to a host without scheme', entry('//exemple.org/'), 'menu[1].href'],
    ['a relative menu', entry('cantines/'), 'menu[1].href'],
    ['a menu without a text', { menu: [{ href: '/cantines/' }] }, 'menu[1].label'],
    ['an address of forms that is a name', { 'formRecipients.hotline': 'Le réseau' }, 'formRecipients.hotline'],
    ['no organisation', { organisation: null }, 'organisation'],
  ],
  [
    ['a page of the site', entry('/cantines/')],
    ['another site', entry('https://exemple.org/')],
    ['an e-mail emptied', { email: '' }],
  ],
);
