import { schemaCases } from '../../support/schema-cases.ts';

const entry = (href: string) => ({ menu: [{ label: 'Cantines', href }] });
const alerts = (email: string) => ({ alerts: { email, frequency: 'monthly' } });

schemaCases(
  'settings',
  [
    ['a javascript: menu', entry('javascript:alert(1)'), 'menu[1].href'],
    ['a menu to a host without scheme', entry('//exemple.org/'), 'menu[1].href'],
    ['a relative menu', entry('cantines/'), 'menu[1].href'],
    ['a menu without a text', { menu: [{ href: '/cantines/' }] }, 'menu[1].label'],
    ['an address of forms that is a name', { 'formRecipients.hotline': 'Le réseau' }, 'formRecipients.hotline'],
    ['alerts to somebody', alerts('marie.dupont@exemple.org'), 'alerts.email'],
    [
      'alerts for a region that does not exist',
      { ...alerts('veille@exemple.org'), 'alerts.regions': ['99'] },
      'alerts.regions[1]',
    ],
    ['a night told to somebody', { technicalEmail: 'marie.dupont@exemple.org' }, 'technicalEmail'],
    ['no organisation', { organisation: null }, 'organisation'],
    ['tiles without {y}', { 'map.url': 'https://tuiles.exemple.org/{z}/{x}.png' }, 'map.url'],
    ['tiles without https', { 'map.url': 'http://tuiles.exemple.org/{z}/{x}/{y}.png' }, 'map.url'],
    ['tiles from a host to guess', { 'map.url': 'https://{s}.exemple.org/{z}/{x}/{y}.png' }, 'map.url'],
    ['a medium with its https://', { media: [{ site: 'https://rcf.fr', name: 'RCF' }] }, 'media[1].site'],
    ['a medium that is a name', { media: [{ site: 'RCF', name: 'RCF' }] }, 'media[1].site'],
    ['a medium without a name', { media: [{ site: 'rcf.fr' }] }, 'media[1].name'],
    ['zooms the wrong way round', { map: { minZoom: 12, maxZoom: 5 } }, 'map.maxZoom'],
  ],
  [
    ['alerts for a region', { alerts: { ...alerts('veille@exemple.org').alerts, regions: ['84', '01'] } }],
    ['a medium', { media: [{ site: 'france3-regions.francetvinfo.fr', name: 'France 3' }] }],
    ['a title on a site of many', { media: [{ site: 'pressreader.com/france/maxi', name: 'Maxi' }] }],
    ['a page of the site', entry('/cantines/')],
    ['another site', entry('https://exemple.org/')],
    ['an e-mail emptied', { email: '' }],
    ['other tiles', { 'map.url': 'https://tuiles.exemple.org:8443/plan/{z}/{y}/{x}?style=clair&f=png' }],
    ['no map at all', { map: null }],
    ['alerts to the network', alerts('veille@exemple.org')],
    ['a night told to a team', { technicalEmail: 'technique@exemple.org' }],
  ],
);
