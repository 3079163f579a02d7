/**
 * How long anything may take before it counts as stuck: far more than a busy machine needs, so that a limit tells a
 * hang and never a slow moment. Set here once; no test sets its own.
 */

/** A wait on one state: an answer of a server, an element of a page, a polled value. */
export const WAIT_MS = 3 * 60_000;

/** A test, or what prepares a file: above a wait, so that the wait is what tells its state. */
export const TEST_MS = 12 * 60_000;
