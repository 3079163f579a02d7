/** A text sealed by a passphrase, so that whoever keeps the shared folder cannot read it (Web Crypto). */

/** How the bytes of a sealed file are written: Base64, in JSON that says how to open it. */
export interface Sealed {
  app: typeof APP;
  version: 1;
  kdf: { name: 'PBKDF2'; hash: 'SHA-256'; iterations: number; salt: string };
  cipher: { name: 'AES-GCM'; iv: string };
  data: string;
}

const APP = 'petites-cantines-equipe';

/** What OWASP asks of PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
export const ITERATIONS = 600_000;
/** More would freeze the page of whoever opens a forged file. */
const MOST_ITERATIONS = 5_000_000;

/** The key of a passphrase for a salt; it cannot be read. */
export interface TeamKey {
  salt: string;
  iterations: number;
  key: CryptoKey;
}

const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  // A call takes a limited number of arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** Whether a text reads as bytes: `atob` throws on any other. */
const isBase64 = (text: unknown): boolean =>
  typeof text === 'string' && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);

export const newSalt = (): string => toBase64(crypto.getRandomValues(new Uint8Array(16)));

/** A passphrase that derives the key of any salt; it can be kept by the browser, and not read. */
export function phraseOf(words: string): Promise<CryptoKey> {
  // The same letters typed on two systems may be composed otherwise.
  const bytes = new TextEncoder().encode(words.normalize('NFC').trim());
  return crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
}

/** Derives the key: about half a second on a phone. */
export async function keyOf(phrase: CryptoKey, salt: string, iterations = ITERATIONS): Promise<TeamKey> {
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations },
    phrase,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  return { salt, iterations, key };
}

/** Seals a text; two seals of one text differ. */
export async function seal(text: string, { key, salt, iterations }: TeamKey): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
  const sealed: Sealed = {
    app: APP,
    version: 1,
    kdf: { name: 'PBKDF2', hash: 'SHA-256', iterations, salt },
    cipher: { name: 'AES-GCM', iv: toBase64(iv) },
    data: toBase64(new Uint8Array(data)),
  };
  return JSON.stringify(sealed);
}

/** Why a sealed text stays closed: it is none, a later version of this page wrote it, or its key is another. */
export type Closed = 'not-sealed' | 'later' | 'locked';

/** What a file says of how it is sealed. */
export function readSealed(text: string): { sealed: Sealed } | { closed: Closed } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { closed: 'not-sealed' };
  }
  if (typeof data !== 'object' || data === null || !('app' in data) || data.app !== APP)
    return { closed: 'not-sealed' };
  const { version, kdf, cipher, data: bytes } = data as Partial<Record<keyof Sealed, unknown>>;
  if (version !== 1) return { closed: 'later' };
  const { iterations, salt } = (kdf ?? {}) as Partial<Record<keyof Sealed['kdf'], unknown>>;
  const { iv } = (cipher ?? {}) as Partial<Record<keyof Sealed['cipher'], unknown>>;
  const isWhole =
    [salt, iv, bytes].every(isBase64) &&
    Number.isInteger(iterations) &&
    Number(iterations) > 0 &&
    Number(iterations) <= MOST_ITERATIONS;
  return isWhole ? { sealed: data as Sealed } : { closed: 'not-sealed' };
}

/** Opens a sealed text with its key. A changed byte is a closed text: AES-GCM authenticates what it holds. */
export async function unseal(
  { cipher, data }: Sealed,
  { key }: TeamKey,
): Promise<{ text: string } | { closed: Closed }> {
  try {
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(cipher.iv) }, key, fromBase64(data));
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { closed: 'locked' };
  }
}
