import { describe, expect, test } from 'vitest';
import { wayToAsk, type NetworkContacts } from '#cantines/ways.ts';
import type { Cantine } from '#schemas/cantines.ts';

type Contacts = Partial<Cantine['contacts']>;
const NETWORK: NetworkContacts = {
  email: 'reseau@exemple.org',
  telephone: '04 00 00 00 01',
  website: 'https://exemple.org/',
};
const CANTINE: Contacts = {
  telephone: '04 00 00 00 00',
  email: 'table@exemple.org',
  website: 'https://table.exemple.org/',
  booking: 'https://exemple.org/reserver',
};
const asked = (contacts: Contacts, network: NetworkContacts | undefined) =>
  wayToAsk({ contacts, timezone: 'Europe/Paris' }, network)?.act;

describe('whom to ask: who answers first, a page that is read last', () => {
  const { telephone, email, ...pages } = CANTINE;
  const { website, booking } = pages;
  test.each<[Contacts, NetworkContacts | undefined, string | undefined]>([
    [CANTINE, NETWORK, 'appelez la cantine'],
    [{ email, ...pages }, NETWORK, 'écrivez à la cantine'],
    [pages, NETWORK, 'écrivez au réseau'],
    [pages, { ...NETWORK, email: undefined }, 'appelez le réseau'],
    [pages, { website: NETWORK.website }, 'passez par le site de la cantine'],
    [{ booking }, { website: NETWORK.website }, 'passez par sa page d’inscription'],
    [{}, { website: NETWORK.website }, 'passez par le site du réseau'],
    [{ website }, undefined, 'passez par le site de la cantine'],
    [{}, undefined, undefined],
  ])('%j, %j: %s', (contacts, network, act) => {
    expect(asked(contacts, network)).toBe(act);
  });

  test('a number is dialled where the cantine is, the network’s in France', () => {
    expect(telephone).toBeDefined();
    const overseas = { contacts: { telephone: '0262 00 00 00' }, timezone: 'Indian/Reunion' as const };
    expect(wayToAsk(overseas, NETWORK)?.href).toBe('tel:+262262000000');
    expect(wayToAsk({ ...overseas, contacts: {} }, { telephone: '04 00 00 00 01' })?.href).toBe('tel:+33400000001');
  });
});
