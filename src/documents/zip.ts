/** A file of an archive. */
export interface ZipFile {
  path: string;
  text: string;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The checksum of ZIP and PNG (CRC-32, ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

// 1 January 1980, the first day that an archive can write: same files, same bytes.
const NO_DATE = 0x21;
const VERSION = 20;
const NAMES_IN_UTF8 = 0x800;

/** What the local header and the directory both say of a file. */
function describe(path: Uint8Array, content: Uint8Array): number[] {
  const { length } = content;
  return [
    ...two(VERSION, NAMES_IN_UTF8, 0, 0, NO_DATE),
    ...four(crc32(content), length, length),
    ...two(path.length, 0),
  ];
}

const two = (...numbers: number[]): number[] => numbers.flatMap((number) => [number & 0xff, (number >>> 8) & 0xff]);
const four = (...numbers: number[]): number[] =>
  numbers.flatMap((number) => two(number & 0xffff, Math.floor(number / 0x10000)));

/**
 * An archive (ZIP, APPNOTE 6.3) of texts in UTF-8, in the order given. They are kept as they are, for the browsers of
 * the floor compress nothing by themselves.
 */
export function zipOf(files: readonly ZipFile[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, text } of files) {
    const [name, content] = [encode(path), encode(text)];
    const said = describe(name, content);
    parts.push(Uint8Array.from([...four(0x04034b50), ...said]), name, content);
    directory.push(
      Uint8Array.from([...four(0x02014b50), ...two(VERSION), ...said, ...two(0, 0, 0), ...four(0, offset)]),
    );
    directory.push(name);
    offset += 30 + name.length + content.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = [...four(0x06054b50), ...two(0, 0, files.length, files.length), ...four(size, offset), ...two(0)];
  return joined([...parts, ...directory, Uint8Array.from(end)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
