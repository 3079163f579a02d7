/** The names under which a machine speaks to itself, as `URL.hostname` writes them. */
export const LOOPBACK_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
