import fc from 'fast-check';

/** What ends a string, a tag, a line, a part of a file, or is run, in one of the formats that the site writes. */
export const HOSTILE_TEXTS = [
  '"><x-hostile onclick=alert(1)>',
  "' onmouseover='alert(1)",
  '</script><script>alert(1)</script>',
  '</title><x-hostile>',
  '</style><style>*{display:none}</style>',
  'Le <style> des affiches',
  'Le <script> des affiches',
  '<!-- <script>',
  '-->',
  ']]>',
  '<![CDATA[',
  '<?xml version="1.0"?>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '&lt;x-hostile&gt; &amp;amp; &#60; &e; &',
  '<img src=https://hostile.example/x.png onerror=alert(1)>',
  'javascript:alert(1)',
  'END:VCALENDAR',
  'BEGIN:VEVENT',
  'DTSTART:20270101T000000Z',
  'END:VCARD',
  'TZID=Europe/Paris:',
  'a,b;c\\d\\n\\,\\;',
  '=HYPERLINK("https://hostile.example")',
  '+1+1',
  '-2-2',
  '@SUM(A1)',
  '=cmd|/C calc!A0',
  '"a";"b"',
  '{{7*7}} ${7*7} <%= 7*7 %> #{7*7} {% raw %} {title}',
  '%0d%0aBcc: x@hostile.example',
  '%',
  '%E0%A4%A',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'Subject: x',
  'שלום עולם',
  'مرحبا بالعالم',
  '\u2067שלום\u2069',
  '👩🏽‍🍳 🇫🇷 🍲',
  'Z͑ͫ̓͊a̴̵l̸g̷o',
  'e\u0301\u0302\u0303',
  'anticonstitutionnellement'.repeat(6),
  '漢字かな交じり文',
  '« l’œuf » ; ? ! : — …',
  "l'été ... ici ; là ? « non »",
  '12 h 30 à 50 % ou 100 €',
  '\u00a0\u202fespaces\u00a0',
  '𝒯𝓮𝔁𝓽',
  'contenu',
  'frontmatter.title {frontmatter.title}',
  'null',
  '0',
  '`code` *a* _b_ **c** ~~d~~ # e > f - g 1. h | i |',
  '[a](https://hostile.example) ![b](https://hostile.example/b.png)',
  'https://hostile.example/?a=1&b="2"',
  'www.hostile.example x@hostile.example',
] as const;

/** One of them, or some together, or anything. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.lorem({ maxCount: 2 })), { minLength: 2, maxLength: 4 })
      .map((parts) => parts.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
);

/** What the content check refuses, and the last layer must survive. */
export const forbiddenText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE_TEXTS),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\r',
        '\u2028',
        '\u2029',
        '\u0085',
        '\u0000',
        '\u0007',
        '\u000b',
        '\u001b',
        '\u007f',
      ),
      fc.constantFrom('\ud800', '\udc00', '\uffff', '\ufffe', '\ufdd0', '\u202e', '\u2066', '\u202c', '\t'),
      fc.constantFrom('\nEND:VCALENDAR', '\r\nEND:VCARD\r\n', '\n END:VEVENT', '\r\nBcc: x@hostile.example\r\n\r\n'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** Addresses that the site accepts, and that its files must carry without harm. */
export const HOSTILE_ADDRESSES = [
  "https://exemple.org/'onclick='alert(1)",
  'https://exemple.org/?a=1,2;b=3&c=4#d',
  'https://exemple.org/%0d%0aX-Hostile:1',
  'https://exemple.org/%22%3E%3Cx-hostile%3E',
  'https://exemple.org/`${7*7}`{{7*7}}',
  'https://exemple.org/]]--',
  'HTTPS://EXEMPLE.ORG/É?œ=🍲',
  'https://münchen.example/',
  'https://[2001:db8::1]:8443/',
  'https://user:pass@exemple.org:8080/',
  'http://exemple.org',
  `https://exemple.org/${'très-'.repeat(200)}long`,
  'https://exemple.org/&lt;b&gt;&amp;',
  'https://exemple.org/)](//hostile.example',
] as const;
