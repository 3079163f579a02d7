/** What an envoi is made of besides its answers. */

/** Nobody fills a form sooner after it opened: an earlier envoi waits, in milliseconds. */
export const SOONEST = 3000;

export const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** 128 random bits; `randomUUID` is missing where the page is not served over https. */
export const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The zone in which this device tells the time. */
export const deviceZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
