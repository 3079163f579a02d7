import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { count } from '#domain/numbers.ts';
import { dayInFrance } from '#domain/days.ts';
import type { Report } from './job.ts';
import type { Outgoing } from './send.ts';

/** Writes the messages in a folder, as .eml files, in place of sending them. */
export async function writeTrial<M, P>(folder: string, mails: readonly Outgoing<M, P>[], now: Date): Promise<Report> {
  mkdirSync(folder, { recursive: true });
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const names: string[] = [];
  for (const { recipient, message: options, intent } of mails) {
    const { message } = await writer.sendMail(options);
    const again = intent === undefined ? '-a-nouveau' : '';
    const name = `${dayInFrance(now)}-${recipient.id.replaceAll('/', '-')}${again}.eml`;
    writeFileSync(join(folder, name), message as Buffer);
    names.push(name);
  }
  return { failed: false, words: sayTrial(folder, names) };
}

function sayTrial(folder: string, names: readonly string[]): string {
  if (names.length === 0) return 'Essai : aucun e-mail ne partirait aujourd’hui. Rien n’est envoyé ni retenu.';
  return [
    ...names.map((name) => `  ${name}`),
    `Essai : ${count(names.length, 'e-mail écrit', 'e-mails écrits')} dans ${folder}. Rien n’est envoyé ni retenu ; un lecteur de courrier ouvre ces fichiers.`,
  ].join('\n');
}
