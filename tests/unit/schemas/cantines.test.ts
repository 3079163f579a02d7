import { expect, test } from 'vitest';
import { schemaCases } from '../../support/schema-cases.ts';
import { entryOf, problemsOf, readOf } from '../../support/entries.ts';

const slot = (changes: object) => ({ 'openingHours.slots': [{ day: 'monday', kind: 'meal', ...changes }] });
const exception = (changes: object) => ({
  exceptions: [{ from: '2026-12-24', to: '2027-01-03', kind: 'closed', ...changes }],
});
const photo = (changes: object) => ({
  photo: { image: '/uploads/table.jpg', alt: 'Une table mise', consent: 'nobody', ...changes },
});
const alerts = (email: string) => ({ alerts: { email, frequency: 'weekly' } });

schemaCases(
  'cantines',
  [
    ['no locality', { 'address.addressLocality': '' }, 'address.addressLocality'],
    [
      'a fact that is confirmed twice',
      {
        confirmations: [
          { fact: 'status', on: '2026-11-01', by: 'team' },
          { fact: 'status', on: '2026-11-02', by: 'guest' },
        ],
      },
      'confirmations',
    ],
    [
      'a confirmation of what nobody is asked',
      { confirmations: [{ fact: 'sources', on: '2026-11-01', by: 'team' }] },
      'confirmations[1].fact',
    ],
    [
      'a confirmation by a person',
      { confirmations: [{ fact: 'status', on: '2026-11-01', by: 'Camille' }] },
      'confirmations[1].by',
    ],
    ['a postcode that lost its zero', { 'address.postalCode': 1000 }, 'address.postalCode'],
    ['a postcode for the INSEE code', { commune: '6938' }, 'commune'],
    ['a title too long', { title: 'x'.repeat(61) }, 'title'],
    ['a state that does not exist', { status: 'ouverte' }, 'status'],
    ['a javascript: site', { 'contacts.website': 'javascript:alert(1)' }, 'contacts.website'],
    ['a site without its scheme', { 'contacts.website': 'www.exemple.org' }, 'contacts.website'],
    ['two e-mail addresses', { 'contacts.email': 'a@exemple.org, b@exemple.org' }, 'contacts.email'],
    ['a telephone of nine digits', { 'contacts.telephone': '4 26 64 79 24' }, 'contacts.telephone'],
    ['a slot without day, hour nor service', slot({ day: '' }), 'openingHours.slots[1].opens'],
    ['a slot that closes when it opens', slot({ opens: '12:00', closes: '12:00' }), 'openingHours.slots[1].closes'],
    ['a slot that only closes', slot({ service: 'lunch', closes: '14:00' }), 'openingHours.slots[1].closes'],
    ['a slot on a day that no week has', slot({ day: 'someday', opens: '12:00' }), 'openingHours.slots[1].day'],
    ['an hour that does not exist', slot({ opens: '25:00' }), 'openingHours.slots[1].opens'],
    ['an exception that ends before it starts', exception({ to: '2026-12-23' }), 'exceptions[1].to'],
    ['a closure with hours', exception({ opens: '12:00' }), 'exceptions[1].opens'],
    ['an extra opening without hours', exception({ kind: 'extra' }), 'exceptions[1].opens'],
    ['a latitude alone', { 'location.latitude': 45.78 }, 'location.longitude', 'location.precision'],
    [
      'a latitude out of the Earth',
      { location: { latitude: 95, longitude: 4.8, precision: 'street' } },
      'location.latitude',
    ],
    ['a photo without its text', photo({ alt: '' }), 'photo.alt'],
    ['a photo of another site', photo({ image: 'https://exemple.org/x.jpg' }), 'photo.image'],
    ['a photo of which nobody said whom it shows', photo({ consent: '' }), 'photo.consent'],
    ['a photo of people of whom one did not agree', photo({ consent: 'no' }), 'photo.consent'],
    [
      'people on a photo, who agreed nobody knows when',
      photo({ consent: 'yes', consentBy: 'le bureau' }),
      'photo.consentOn',
    ],
    ['people on a photo, whom nobody asked', photo({ consent: 'yes', consentOn: '2026-11-20' }), 'photo.consentBy'],
    ['people on a photo, and nothing else', photo({ consent: 'yes' }), 'photo.consentOn', 'photo.consentBy'],
    ['a colour name', { 'nappe.colour': 'rouge' }, 'nappe.colour'],
    ['a cost price in letters', { 'price.costPrice': '9 €' }, 'price.costPrice'],
    ['an approval without its date', { 'profile.approvals': ['jep'] }, 'profile.asOf'],
    ['a priority district without its date', { 'profile.district': 'yes' }, 'profile.asOf'],
    ['a code to book', { 'booking.note': 'En 2023, le code à donner était ABCD.' }, 'booking.note'],
    ['a code in figures', { 'booking.note': 'Par SMS, code\u00a0: 4821' }, 'booking.note'],
    ...[
      'Donnez le code ABCD.',
      'Le code PIN 4821 ouvre la porte.',
      'Le code de la porte (4821) change chaque année.',
      'Le code est « TABLE ».',
      'Depuis mars, le code de réservation est le 48B21.',
      'Digicode : #4821',
      'Le code postal est 69009, le code à donner sera ABCD.',
    ].map((note) => [`a code, in « ${note} »`, { 'booking.note': note }, 'booking.note'] as const),
    ['alerts to somebody', alerts('marie.dupont@exemple.org'), 'alerts.email'],
    ['alerts to an initial and a name', alerts('m_dupont@exemple.org'), 'alerts.email'],
    ['alerts to a free mailbox', alerts('lamarmite12@gmail.com'), 'alerts.email'],
    ['alerts to a free mailbox with a subaddress', alerts('marie+cantine@orange.fr'), 'alerts.email'],
    ['alerts to somebody of the town', alerts('marie.lyon@exemple.org'), 'alerts.email'],
    ['alerts to a name that holds a shared word', alerts('pablo.picasso@exemple.org'), 'alerts.email'],
    ['alerts without an address', { alerts: { frequency: 'weekly' } }, 'alerts.email'],
    [
      'alerts for a type that does not exist',
      { ...alerts('vaise@exemple.org'), 'alerts.types': ['don'] },
      'alerts.types[1]',
    ],
    ['alerts from nothing', { ...alerts('vaise@exemple.org'), 'alerts.minAmount': 0 }, 'alerts.minAmount'],
    ['alerts of a cantine for regions', { ...alerts('vaise@exemple.org'), 'alerts.regions': ['84'] }, 'alerts.regions'],
    ['alerts without a frequency', { 'alerts.email': 'veille@exemple.org' }, 'alerts.frequency'],
    ['an unknown key', { adresse: 'x' }, 'adresse'],
    ['an unknown key inside', { 'contacts.fax': 'x' }, 'contacts.fax'],
    ['several errors at once', { title: '', status: 'x', 'contacts.email': 'x' }, 'title', 'status', 'contacts.email'],
  ],
  [
    ['a telephone with spaces that do not break', { 'contacts.telephone': '04\u00a026\u00a064\u00a079\u00a024' }],
    ['a number for a postcode', { 'address.postalCode': 69009 }],
    ['a Corsican commune', { commune: '2A004' }],
    ['a meal past midnight', slot({ opens: '19:00', closes: '01:00' })],
    ['a service without hours', slot({ service: 'lunch' })],
    ['a closure of one day', exception({ to: '2026-12-24' })],
    ['a day without hour nor service', slot({})],
    ['an hour on no known day', slot({ day: '', opens: '12:00' })],
    ['a service on no known day', slot({ day: '', service: 'dinner' })],
    ['changed hours', exception({ kind: 'changed', opens: '12:00', closes: '14:00' })],
    ['a photo of nobody', photo({})],
    ['a photo of people who agreed', photo({ consent: 'yes', consentOn: '2026-11-20', consentBy: 'le bureau' })],
    ['an empty photo', { photo: { image: '', alt: null } }],
    ['open since a year, as YAML reads it', { openedOn: 2016 }],
    ['alerts to the network’s address of the town', alerts('lyon.vaise@exemple.org')],
    ['alerts to a district', alerts('croix-rousse@exemple.org')],
    ['alerts to one word', alerts('vaise@exemple.org')],
    ['alerts with a filter', { alerts: { ...alerts('vaise@exemple.org').alerts, types: ['prix'], minAmount: '5000' } }],
    ['alerts to a role', alerts('equipe.projet@exemple.org')],
    ['alerts to the free mailbox of a cantine', alerts('LesPetitesCantines.69@Gmail.com')],
    ['a postcode in a note', { 'booking.note': 'Le code postal est 69009 ; scannez le code QR.' }],
    ...[
      'Demandez le code à l’équipe par SMS.',
      'Le code se demande à la MJC la veille.',
      'Scannez le QR code affiché à la MJC.',
      'Le code vous est donné au 0426647924',
      'Demandez le code : SMS à l’équipe, ou 0426647924.',
      'Le code change en 2027 : demandez-le au 04 26 64 79 24.',
    ].map((note) => [`no code in « ${note} »`, { 'booking.note': note }] as const),
    ['no alerts', { alerts: { email: '', frequency: '' } }],
  ],
);

test('what is not said is unknown, never « no »', () => {
  const cantine = readOf('cantines', entryOf('cantines'));
  expect(cantine).toMatchObject({
    timezone: 'Europe/Paris',
    booking: { cook: 'unknown', eat: 'unknown' },
    accessibility: { stepFree: 'unknown', wheelchairToilet: 'unknown' },
    exceptions: [],
    openingHours: { slots: [] },
    draft: false,
    demo: false,
  });
  expect(cantine['location']).toBeUndefined();
});

test('hours as people write them', () => {
  const cantine = readOf('cantines', entryOf('cantines', slot({ opens: '9h30', closes: '14 h 30' })));
  expect(cantine).toMatchObject({ openingHours: { slots: [{ opens: '09:30', closes: '14:30' }] } });
});

test('a rule is not asked while a field it reads is wrong', () => {
  const fields = problemsOf('cantines', entryOf('cantines', exception({ to: 'demain' }))).map(({ field }) => field);
  expect(fields).toEqual(['exceptions[1].to']);
});

test('a personal address for the alerts is refused kindly, with what to do', () => {
  const [problem] = problemsOf('cantines', entryOf('cantines', alerts('marie.dupont@exemple.org')));
  expect(problem).toMatchObject({
    label: 'E-mail qui reçoit les alertes',
    found: '« marie.dupont@exemple.org »',
    expected: 'l’adresse d’une équipe, pas celle d’une personne',
  });
  expect(problem?.remedy).toMatch(/^Choisissez une adresse que l’équipe partage, par exemple /);
});
