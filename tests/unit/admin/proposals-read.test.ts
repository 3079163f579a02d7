/** What is pasted or opened becomes proposals, or sentences; nothing else. */
import { describe, expect, test } from 'vitest';
import { proposalsIn } from '#admin/proposals/find.ts';
import { openFile, openText } from '#admin/proposals/sources.ts';
import type { Proposal } from '#proposals/proposal.ts';
import { entryOf } from '../../support/entries.ts';
import { allRight, changed, linkOf, proposalOn } from '../../support/proposals.ts';

const TODAY = '2026-11-23';
const on = {
  collection: 'cantines',
  slug: 'annecy',
  data: entryOf('cantines', { 'contacts.telephone': '04 00 00 00 01' }),
} as const;
const proposal = proposalOn(on, TODAY, {
  ...allRight(on, TODAY),
  dietsNote: changed(on, 'dietsNote', 'Sans porc, toujours ; l’été, « à l’assiette ».'),
});
const other = proposalOn({ ...on, slug: 'metz' }, TODAY, allRight(on, TODAY));
const link = linkOf(proposal);

const found = (text: string) => proposalsIn(text, TODAY);
const pasted = async (text: string) => (await openText(text, TODAY)).reads;
const opened = async (name: string, content: string | Uint8Array<ArrayBuffer>) =>
  (await openFile(new File([content], name), TODAY)).reads;
const whole = [{ proposal }];
const refusalOf = async (reads: ReturnType<typeof pasted>): Promise<string> =>
  (await reads).map(({ refused }) => refused).join();

/** Lines of so many signs, joined as a mail program would. */
const folded = (text: string, by: string, length = 70): string =>
  (text.match(new RegExp(`.{1,${length}}`, 'g')) ?? []).join(by);

describe('in what is pasted', () => {
  test.each([
    ['its link', link],
    ['what follows the fragment', link.replace(/^.*#\/propositions\//, '')],
    ['the document', JSON.stringify(proposal, null, 2)],
    ['a link among sentences', `Bonjour,\n\nOuvrir dans la rédaction : ${link}\n\nMerci à vous.`],
    ['a link in brackets', `Ouvrir <${link}>.`],
    ['a link over several lines', `Bonjour,\n${folded(link, '\n')}\n\nMerci.`],
    ['a link over several quoted lines', `> ${folded(link, '\r\n> ')}\n>\n> Merci.`],
    ['a link with soft breaks', folded(link, '=\r\n')],
    ['a link inside the link of a mailbox', `https://liens.example/?url=${encodeURIComponent(link)}&data=05%7C01`],
    ['a document among sentences', `Voici :\n${JSON.stringify(proposal)}\nMerci.`],
    ['the same link twice', `${link}\n\n${link}`],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual(whole);
  });

  test('several, each once', () => {
    expect(found(`${link} et ${linkOf(other)} et ${link}`)).toEqual([{ proposal }, { proposal: other }]);
  });

  test('a link that is followed by words is not lengthened by them', () => {
    expect(found(`${link}\nMerci\nbeaucoup`)).toEqual(whole);
  });

  test.each([
    ['nothing of ours', 'Bonjour, nos horaires ont changé.', /Aucune proposition ici/],
    ['a link that was cut', link.slice(0, -40), /le lien est coupé/],
    ['a document that was cut', JSON.stringify(proposal).slice(0, -9), /Aucune proposition|coupé/],
    ['five million signs', 'a'.repeat(5_000_000), /5,0\sMo/],
    ['a payload without end', `#/propositions/${'A'.repeat(1_500_000)}`, /pèse 1500 ko/],
    ['text that is no UTF-8', `#/propositions/${btoa('{"a":"\xe9"}').replace(/=+$/, '')}`, /coupé/],
  ])('%s is refused in words', async (_, text, words) => {
    expect(await refusalOf(pasted(text))).toMatch(words);
  });
});

describe('what means harm is refused in words', () => {
  const told = (answers: object, more: object = {}) =>
    refusalOf(pasted(JSON.stringify({ ...proposal, answers, ...more })));
  const change = (to: unknown) => ({ is: 'changed', was: '', to });

  test.each<[string, object, object, RegExp]>([
    ['another shape', { dietsNote: { is: 'right' } }, {}, /n’a pas la forme d’une proposition/],
    ['a key more', {}, { admin: true }, /n’a pas la forme/],
    ['a later version', {}, { version: 9 }, /version plus récente/],
    ['a field that only editors write', { draft: change(true) }, {}, /« draft » ne se propose pas/],
    ['a part that only editors write', { 'address.asOf': change('2026') }, {}, /ne se propose pas/],
    ['a part of a group that only editors write', { address: change({ asOf: '2026' }) }, {}, /ne se propose pas/],
    ['confirmations', { confirmations: change([]) }, {}, /ne se propose pas/],
    ['another collection', { title: change('Le site') }, { collection: 'settings' }, /Personne ne peut proposer/],
    ['a prototype', { 'constructor.prototype': change('x') }, {}, /ne se propose pas/],
    ['a script', { dietsNote: change('<script>alert(1)</script>') }, {}, /contient du code/],
    ['an address that runs', { 'contacts.website': change('javascript:alert(1)') }, {}, /contient du code/],
    ['a tag in free words', { dietsNote: { is: 'other', was: '', says: '<img src=x onerror=alert(1)>' } }, {}, /code/],
    ['a key that no field has', { openingHours: change({ slots: [{ day: 'monday', kind: 'meal', x: 1 }] }) }, {}, /x/],
    ['a value of another kind', { status: change('partie') }, {}, /« État »/],
    ['a day to come', {}, { saidOn: '2026-12-25' }, /pas encore venu/],
    ['a day of long ago', {}, { saidOn: '2025-11-01' }, /tout a pu changer/],
    ['a slug that climbs', {}, { slug: '../settings/site' }, /n’a pas la forme/],
    ['no answer', {}, { answers: {} }, /ne répond à rien/],
  ])('%s', async (_, answers, more, words) => {
    const filled = Object.keys(answers).length > 0 ? answers : proposal.answers;
    expect(await told(filled, more)).toMatch(words);
  });
});

describe('in files', () => {
  const HEADERS =
    'From: site@exemple.org\r\nTo: redaction@exemple.org\r\nSubject: Proposition\r\nMIME-Version: 1.0\r\n';
  const mail = (headers: string, body: string) => `${HEADERS}${headers}\r\n\r\n${body}`;
  const base64 = (text: string) => folded(Buffer.from(text).toString('base64'), '\r\n', 76);
  const text = `Annecy, le 23 novembre 2026.\r\n\r\nOuvrir dans la rédaction :\r\n${link}\r\n`;
  const quoted = folded(
    [...Buffer.from(text)]
      .map((byte) =>
        byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
      )
      .join('')
      .replaceAll('\r\n', '\u0001'),
    '=\r\n',
  ).replaceAll('\u0001', '\r\n');
  const parts = mail(
    'Content-Type: multipart/mixed; boundary="b"',
    [
      '--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n',
      base64(`<p>Bonjour</p><p><a href="${link}">Ouvrir dans la rédaction</a></p>`),
      '--b\r\nContent-Type: application/json; name="proposition.json"\r\nContent-Disposition: attachment; filename="proposition.json"\r\nContent-Transfer-Encoding: base64\r\n',
      base64(JSON.stringify(proposal)),
      '--b--',
    ].join('\r\n'),
  );

  test.each([
    ['message.eml', mail('Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit', text)],
    [
      'quoted.eml',
      mail('Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable', quoted),
    ],
    ['base64.eml', mail('Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64', base64(text))],
    ['parts.eml', parts],
    ['proposition.json', `\ufeff${JSON.stringify(proposal)}`],
  ])('%s', async (name, content) => {
    expect(await opened(name, content)).toEqual(whole);
  });

  test('an e-mail that is forwarded as a file', async () => {
    const outer = mail(
      'Content-Type: multipart/mixed; boundary="c"',
      `--c\r\nContent-Type: text/plain\r\n\r\nPour vous.\r\n--c\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename="m.eml"\r\n\r\n${parts}\r\n--c--`,
    );
    expect(await opened('forward.eml', outer)).toEqual(whole);
  });

  test('the source of an e-mail, pasted', async () => {
    expect(await pasted(parts)).toEqual(whole);
  });

  test('a link that was cut in the text says nothing beside the whole file', async () => {
    const cut = `--b\r\nContent-Type: text/plain\r\n\r\n${link.slice(0, -40)}\r\n`;
    expect(await opened('cut.eml', parts.replace('--b\r\n', `${cut}--b\r\n`))).toEqual(whole);
    expect(await refusalOf(opened('cut.eml', mail('Content-Type: text/plain', link.slice(0, -40))))).toMatch(/coupé/);
  });

  test.each([
    ['a photograph', 'photo.json', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]), /n’est pas du texte/],
    ['other words', 'notes.txt', new TextEncoder().encode('Rien ici.'), /Aucune proposition/],
    ['another e-mail', 'autre.eml', new TextEncoder().encode(mail('Content-Type: text/plain', 'Bonjour')), /Aucune/],
    ['five million bytes', 'gros.eml', new Uint8Array(5_000_000), /5,0\sMo/],
    [
      'a broken e-mail',
      'casse.eml',
      new TextEncoder().encode('MIME-Version: 1.0\r\nContent-Type: multipart/mixed'),
      /Aucune/,
    ],
  ])('%s is refused in words', async (_, name, content, words) => {
    expect(await refusalOf(opened(name, content))).toMatch(words);
  });
});

test('every proposal of a hundred links is found', () => {
  const many: Proposal[] = Array.from({ length: 100 }, () => proposalOn(on, TODAY, allRight(on, TODAY)));
  expect(found(many.map((each) => linkOf(each)).join('\n')).map((read) => read.proposal?.id)).toEqual(
    many.map(({ id }) => id),
  );
});
