import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from '../disk.ts';
import type { Failure } from './refuse.ts';

const told = z.strictObject({ version: z.literal(1), cause: z.string(), toldAt: z.iso.datetime() });

const AGAIN_MS = 7 * 24 * 3_600_000;

/** What tells two failures apart: the errors of content, or the step alone, whose lines differ each night. */
export function causeOf(failures: readonly Failure[]): string {
  const parts = failures.map(({ step, problems }) => [
    step,
    problems.map(({ file, field, remedy }) => [file, field, remedy]),
  ]);
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** True when nobody was told of that cause in the last seven days. A file that cannot be read is none: it says again. */
export function isNews(path: string, cause: string, now: Date): boolean {
  try {
    const last = told.parse(JSON.parse(readFileSync(path, 'utf8')));
    return last.cause !== cause || now.valueOf() - Date.parse(last.toldAt) >= AGAIN_MS;
  } catch {
    return true;
  }
}

export function rememberTold(path: string, cause: string, now: Date): void {
  writeWhole(path, `${JSON.stringify({ version: 1, cause, toldAt: now.toISOString() })}\n`);
}
