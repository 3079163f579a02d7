/** How the files of a kind begin: their bytes, from a place (0 by default). */
type Beginning = readonly [bytes: string, at?: number];

const ZIP: readonly Beginning[] = [['PK\u0003\u0004'], ['PK\u0005\u0006']];
const OLE: readonly Beginning[] = [['\u00d0\u00cf\u0011\u00e0']];
const JPEG: readonly Beginning[] = [['\u00ff\u00d8\u00ff']];

/** By extension; a text begins with anything. */
const BEGINNINGS: Readonly<Record<string, readonly Beginning[]>> = {
  avif: [
    ['ftypavif', 4],
    ['ftypavis', 4],
    ['ftypmif1', 4],
  ],
  gif: [['GIF87a'], ['GIF89a']],
  jpg: JPEG,
  jpeg: JPEG,
  png: [['\u0089PNG\r\n\u001a\n']],
  webp: [['WEBP', 8]],
  doc: OLE,
  xls: OLE,
  ppt: OLE,
  docx: ZIP,
  xlsx: ZIP,
  pptx: ZIP,
  odp: ZIP,
  ods: ZIP,
  odt: ZIP,
  zip: ZIP,
  pdf: [['%PDF-']],
  mp4: [['ftyp', 4]],
  mp3: [['ID3'], ['\u00ff\u00fb'], ['\u00ff\u00f3'], ['\u00ff\u00f2']],
};

/** Whether a file holds what its name says, by its first bytes. */
export function holdsItsKind(name: string, content: Uint8Array): boolean {
  const known = BEGINNINGS[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  return (
    known === undefined ||
    known.some(([bytes, at = 0]) => String.fromCharCode(...content.subarray(at, at + bytes.length)) === bytes)
  );
}
