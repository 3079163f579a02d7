import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = new Set(['.html', '.css', '.js', '.json', '.geojson', '.xml', '.svg', '.txt', '.csv', '.ics', '.wasm']);

export const isText = (path: string): boolean => TEXT.has(extname(path));

/** Below, a compressed file saves no packet. */
export const MIN_BYTES = 1024;

/** What arrives in the first round trip of a connection, with room for the headers: fewer bytes come no sooner. */
const FIRST_TRIP = 12_000;

/** Above, the best compression takes too long for what it saves: the CMS, and lists of a thousand lines. */
const LARGE_BYTES = { lasting: 1_000_000, page: 400_000, feed: 0 };

/**
 * What a smaller file is worth. `lasting`: it hardly ever changes, and each visit asks for it. `page`: it is waited for.
 * `feed`: machines read it, at their leisure.
 */
export type Worth = 'lasting' | 'page' | 'feed';

/** The compressed forms of a file that are smaller than it, by the end of their names: none for a file too small. */
export async function compressed(content: Uint8Array, worth: Worth): Promise<readonly (readonly [string, Buffer])[]> {
  if (content.length < MIN_BYTES) return [];
  const [br, gz] = await Promise.all([smallest(content, worth), promisify(gzip)(content, { level: 9 })]);
  return (
    [
      ['.br', br],
      ['.gz', gz],
    ] as const
  ).filter(([, bytes]) => bytes.length < content.length);
}

/** Quickly, then as well as can be where that saves a round trip, or for long. */
async function smallest(content: Uint8Array, worth: Worth): Promise<Buffer> {
  // The CMS is kept from one build to the next: a tenth of it for some seconds, once.
  if (content.length > LARGE_BYTES[worth]) return brotli(content, worth === 'lasting' ? 10 : 5);
  if (worth === 'lasting') return brotli(content, 11);
  const quick = await brotli(content, 5);
  return quick.length > FIRST_TRIP ? brotli(content, 11) : quick;
}

function brotli(content: Uint8Array, quality: number): Promise<Buffer> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: content.length };
  return promisify(brotliCompress)(content, { params });
}
