import JSZip from 'jszip';

/** The first moment that a ZIP archive can write. */
const NO_DATE = new Date('1980-01-01T00:00:00Z');

/**
 * The same document, always in the same bytes: `docx` writes the clock of the machine in its properties and in
 * its archive, and names links at random. The language is told too, which it cannot write by itself.
 */
export async function steady(file: Uint8Array, language: string): Promise<Uint8Array<ArrayBuffer>> {
  const zip = await JSZip.loadAsync(file);
  const texts = new Map<string, string | Uint8Array>();
  for (const [path, entry] of Object.entries(zip.files))
    if (!entry.dir) texts.set(path, await entry.async(/\.(?:xml|rels)$/.test(path) ? 'string' : 'uint8array'));
  rewrite(texts, 'docProps/core.xml', (xml) =>
    xml
      .replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, '')
      .replace('</cp:coreProperties>', `<dc:language>${language}</dc:language></cp:coreProperties>`),
  );
  nameLinks(texts);
  return packed(texts);
}

/** The parts of an Office document in an archive without a clock, by their paths. */
export function packed(parts: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const out = new JSZip();
  for (const path of [...parts.keys()].toSorted(contentTypesFirst))
    out.file(path, parts.get(path) ?? '', { date: NO_DATE, createFolders: false });
  return out.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' }) as Promise<
    Uint8Array<ArrayBuffer>
  >;
}

/** Readers that guess a file's kind look at its first entry. */
function contentTypesFirst(a: string, b: string): number {
  const rank = (path: string) => (path === '[Content_Types].xml' ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function rewrite(texts: Map<string, string | Uint8Array>, path: string, edit: (xml: string) => string): void {
  const xml = texts.get(path);
  if (typeof xml === 'string') texts.set(path, edit(xml));
}

/** Numbers the links by their order in the text. */
function nameLinks(texts: Map<string, string | Uint8Array>): void {
  const document = texts.get('word/document.xml');
  if (typeof document !== 'string') return;
  const names = new Map<string, string>();
  for (const [, id = ''] of document.matchAll(/<w:hyperlink\b[^>]* r:id="([^"]+)"/g))
    if (!names.has(id)) names.set(id, `lien${names.size + 1}`);
  const rename = (xml: string) =>
    xml.replace(/\b(r:id|Id)="([^"]+)"/g, (whole, attribute: string, id: string) => {
      const name = names.get(id);
      return name === undefined ? whole : `${attribute}="${name}"`;
    });
  const sorted = (xml: string) => {
    const relations = xml.match(/<Relationship [^>]*\/>/g) ?? [];
    const head = xml.slice(0, xml.indexOf('<Relationship '));
    return relations.length > 0 ? `${head}${relations.toSorted().join('')}</Relationships>` : xml;
  };
  rewrite(texts, 'word/document.xml', rename);
  rewrite(texts, 'word/_rels/document.xml.rels', (xml) => sorted(rename(xml)));
}
