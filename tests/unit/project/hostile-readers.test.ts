/** The readers of `npm run test:hostile` see what they are made to see. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { pagesIn } from '../../support/dist.ts';
import { feedFaults } from '../../support/read-feeds.ts';
import { pageFaults } from '../../support/read-pages.ts';

const root = mkdtempSync(join(tmpdir(), 'readers-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const STYLE = 'p{color:red}';
const hash = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

async function faultsOfPage(body: string, { head = '', title = 'Un <titre>' } = {}): Promise<string[]> {
  const policy = `<meta http-equiv="content-security-policy" content="script-src 'self'; style-src 'self' ${hash}">`;
  writeFileSync(
    join(root, 'index.html'),
    `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Un &lt;titre&gt;</title>${policy}<style>${STYLE}</style><meta property="og:title" content="Un <titre>">${head}</head><body><main><h1>Un &lt;titre&gt;</h1>${body}</main></body></html>`,
  );
  const [page] = pagesIn(root);
  return page ? pageFaults(page, title) : ['no page'];
}

describe('a page', () => {
  test.each([
    '<p>Un &lt;script&gt; dont on parle.</p>',
    '<p><a href="https://exemple.org/">ailleurs</a> <a href="mailto:a@exemple.org">écrire</a></p>',
    '<script type="application/ld+json">{"a":"\\u003c/script>"}</script>',
  ])('%s is right', async (body) => {
    expect(await faultsOfPage(body)).toEqual([]);
  });

  test.each([
    ['a script', '<script>alert(1)</script>', /^a script: alert/],
    ['a style', '<style>*{display:none}</style>', /^a style:/],
    ['a handler', '<p onclick="alert(1)">a</p>', /<p onclick>/],
    ['an inline style', '<p style="color:red">a</p>', /<p style>/],
    ['code in an address', '<p><a href="javascript:alert(1)">a</a></p>', /<a href="javascript:/],
    ['a picture of elsewhere', '<p><img src="https://x.example/a.png" alt="a"></p>', /asks « https:\/\/x\.example/],
    ['one without a scheme', '<p><img src="//x.example/a.png" alt="a"></p>', /asks « \/\/x\.example/],
    ['an element that nobody wrote', '<x-hostile></x-hostile>', /<x-hostile>/],
    ['an attribute that ends too soon', '<p title="a"b">a</p>', /missing-whitespace|unexpected-character/],
    ['two parts of one name', '<p id="a">a</p><p id="a">b</p>', /no-dup-id/],
    ['what a program leaves', '<p>[object Object]</p>', /\[object/],
    ['JSON that is none', '<script type="application/ld+json">{"a":}</script>', /JSON in a page/],
  ])('%s is seen', async (_title, body, fault) => {
    expect((await faultsOfPage(body)).join('\n')).toMatch(fault);
  });

  test('a title that is not there is seen', async () => {
    expect((await faultsOfPage('', { title: 'Un autre' })).join()).toMatch(/h1 is.*og:title is/);
  });
});

const CALENDAR = (summary: string) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a@sessions.lespetitescantines.org\r\nDTSTAMP:20270101T000000Z\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
const SCHEMA = { type: 'object', properties: { a: { type: 'string' } } };

describe('a feed', () => {
  const faults = (path: string, text: string) => {
    const schema = { path: '/schemas/donnees-cantines.json', bytes: Buffer.from(JSON.stringify(SCHEMA)) };
    const feed = { path, bytes: Buffer.from(text) };
    return feedFaults(feed, [schema, feed]);
  };

  test.each([
    ['/sessions.ics', CALENDAR('Un\\, deux')],
    ['/cantines/a.vcf', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\nEND:VCARD\r\n'],
    ['/cantines.csv', 'a;b\r\n1;-2\r\n'],
    ['/cantines.json', '{"a":"b"}'],
    ['/a.geojson', '{"type":"FeatureCollection","features":[]}'],
    ['/a.eml', 'Subject: a\r\n\r\nb'],
    ['/sw.js', 'self.a = 1'],
  ])('%s is right', async (path, text) => {
    expect(await faults(path, text)).toEqual([]);
  });

  test.each([
    ['/sessions.ics', CALENDAR('a\r\nX-INJECTED:1'), /« x-injected »/],
    ['/sessions.ics', CALENDAR('a\nb'), /not ended by CRLF|invalid line/],
    ['/sessions.ics', CALENDAR('a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT'), /./],
    ['/sessions.ics', CALENDAR('a'.repeat(80)), /75 octets/],
    ['/cantines/a.vcf', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\nPHOTO:x\r\nEND:VCARD\r\n', /« photo »/],
    ['/sessions.xml', '<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title></feed>', /Error/],
    ['/sitemap.xml', '<a>&nbsp;</a>', /nbsp/],
    ['/cantines.csv', 'a;b\r\n=1+1;2\r\n', /a formula/],
    ['/cantines.csv', 'a;b\r\n1\r\n', /./],
    ['/cantines.json', '{"a":1}', /must be string/],
    ['/a.geojson', '{"type":"FeatureCollection"}', /./],
    ['/a.eml', 'Subject: a\r\nBcc: x@hostile.example\r\n\r\nb', /a header: bcc/],
    ['/sw.js', 'self.a = ', /./],
    ['/robots.txt', 'a\u0007', /a control/],
  ])('%s: what is wrong is seen', async (path, text, fault) => {
    expect((await faults(path, text)).join('\n')).toMatch(fault);
  });
});
