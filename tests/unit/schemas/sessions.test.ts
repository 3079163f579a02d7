import { schemaCases } from '../../support/schema-cases.ts';

schemaCases(
  'sessions',
  [
    ['an end before the start', { endsAt: '2027-01-12T18:00' }, 'endsAt'],
    ['an end at the start', { endsAt: '2027-01-12T18:30' }, 'endsAt'],
    ['a day without an hour', { startsAt: '2027-01-12' }, 'startsAt'],
    ['a start with a zone', { startsAt: '2027-01-12T18:30:00+01:00' }, 'startsAt'],
    ['a start that YAML made a moment', { startsAt: new Date('2027-01-12T18:30:00Z') }, 'startsAt'],
    ['a zone that is not of the list', { timezone: 'Europe/Berlin' }, 'timezone'],
    ['on site, nowhere', { attendance: 'onSite' }, 'cantine'],
    ['mixed, nowhere', { attendance: 'mixed', 'venue.name': 'Une salle' }, 'cantine'],
    ['registration that closes after the start', { 'registration.closesOn': '2027-01-13' }, 'registration.closesOn'],
    ['a javascript: registration', { 'registration.url': 'javascript:alert(1)' }, 'registration.url'],
    ['no place at all', { capacity: 0 }, 'capacity'],
    ['half a place', { capacity: 1.5 }, 'capacity'],
    ['a cantine by its title', { cantine: 'Lyon Vaise' }, 'cantine'],
    ['a venue whose postcode lost its zero', { 'venue.postalCode': 1000 }, 'venue.postalCode'],
    ['an unknown key', { lieu: 'x' }, 'lieu'],
  ],
  [
    ['a space between day and hour', { startsAt: '2027-01-12 18:30' }],
    ['on site, in a cantine', { attendance: 'onSite', cantine: 'lyon-vaise' }],
    ['on site, in a town', { attendance: 'onSite', 'venue.addressLocality': 'Lyon' }],
    ['registration until the day itself', { 'registration.closesOn': '2027-01-12' }],
    ['a session over midnight', { endsAt: '2027-01-13T00:30' }],
    ['places as text', { capacity: '12' }],
    ['an emptied host', { hosts: ['', null, 'une développeuse de talents'] }],
  ],
);
