/** Every cache of the worker starts so, on an origin that other scripts may share. */
export const CACHE_PREFIX = 'hors-ligne-';

export const WORKER_PATH = '/sw.js';
