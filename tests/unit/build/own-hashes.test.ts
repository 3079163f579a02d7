import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withOwnHashes } from '#build/own-hashes.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (policy: string, rest = '') =>
  `<head><meta http-equiv="content-security-policy" content="${policy}"></head>${rest}`;

test('keeps the hashes of the page, in their directives', () => {
  const rest = '<style>p{}</style><script type="module">a()</script><script src="/b.js"></script>';
  const policy = `default-src 'self'; script-src 'self' ${hash('other()')} ${hash('a()')}; style-src 'self' ${hash('p{}')} ${hash('q{}')}`;
  expect(withOwnHashes(page(policy, rest))).toBe(
    page(`default-src 'self'; script-src 'self' ${hash('a()')}; style-src 'self' ${hash('p{}')}`, rest),
  );
});

test('a script that is only spoken of needs no hash', () => {
  const rest =
    '<!-- <script>a()</script> --><p title="<script>a()</script>"></p><textarea><style>p{}</style></textarea>';
  expect(withOwnHashes(page(`script-src 'self' ${hash('a()')}; style-src 'self' ${hash('p{}')}`, rest))).toBe(
    page("script-src 'self'; style-src 'self'", rest),
  );
});

test('a page whose title speaks of styles and scripts keeps its own', () => {
  const own = '<style>p{}</style><script type="module">a()</script>';
  const title = (mark: string) =>
    `<title>Le &lt;${mark}&gt;</title><meta name="description" content="Le <${mark}> des affiches"><h1 title='Le <${mark}>'>Le &lt;${mark}></h1>` +
    `<script type="application/ld+json">{"name":"Le \\u003c${mark}>"}</script>`;
  for (const mark of ['style', 'script', 'title', '!--', 'textarea', 'noscript', 'template', '/style', 'plaintext']) {
    const policy = `script-src 'self' ${hash('a()')} ${hash('other()')}; style-src 'self' ${hash('p{}')}`;
    const kept = `script-src 'self' ${hash('a()')}; style-src 'self' ${hash('p{}')}`;
    expect(withOwnHashes(page(policy, title(mark) + own)), mark).toBe(page(kept, title(mark) + own));
  }
});

test('leaves a page without a policy, or without a hash, as it is', () => {
  expect(withOwnHashes('<p>x</p>')).toBe('<p>x</p>');
  expect(withOwnHashes(page("script-src 'self' 'unsafe-eval'"))).toBe(page("script-src 'self' 'unsafe-eval'"));
});
