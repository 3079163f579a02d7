/** Typing slips that French typography forbids, in a text put on one line. */
const SLIPS = [
  /\p{L}'\p{L}/u,
  / [;!?:»](?=[\s\u00a0\u202f]|$)/,
  /« /,
  /[\p{L}\p{N}][!?;](?=\s|$)/u,
  /\d (?:€|%|h(?!\p{L}))/u,
  /\.\.\./,
];

/** The slips of a text, as they are found in it. */
export function slipsIn(text: string): string[] {
  const line = text.replace(/[ \n\t]+/g, ' ');
  return SLIPS.flatMap((slip) => slip.exec(line)?.[0] ?? []);
}
