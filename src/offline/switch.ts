/**
 * Whether visitors may keep the list offline. `OFFLINE=off` at build is the way back: no button, and a worker
 * that removes itself and its caches from the browsers that have one, at their next visit.
 */
export const offline = process.env['OFFLINE'] !== 'off';
