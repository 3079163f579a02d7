import { readFileSync } from 'node:fs';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';

// libxml2 will drop RELAX NG one day: the version that the lock file names has it, and nothing published needs it.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const rules = RelaxNGValidator.fromDoc(
  XmlDocument.fromString(readFileSync(new URL('../fixtures/atom/rfc4287.rng', import.meta.url), 'utf8')),
);

/** What libxml2 finds wrong in an Atom feed, by the rules of RFC 4287; undefined when it is right. */
export function atomFault(text: string): string | undefined {
  try {
    const document = XmlDocument.fromString(text);
    try {
      rules.validate(document);
    } finally {
      document.dispose();
    }
    return undefined;
  } catch (error) {
    return String(error);
  }
}
