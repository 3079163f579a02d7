const KEY = 'x-cache-key';

/** The answer of a route whose bytes the cache keeps under this key, and which a thread writes. */
export const keptResponse = (key: Buffer): Response => new Response(null, { headers: { [KEY]: key.toString('hex') } });

/** The key that such an answer gives. */
export function keyIn(response: Response): Buffer | undefined {
  const key = response.headers.get(KEY);
  return key === null ? undefined : Buffer.from(key, 'hex');
}
