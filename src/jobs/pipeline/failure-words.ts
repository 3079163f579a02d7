import { formatDate } from '#domain/date-words.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { sayPlace } from '#publication/refusal.ts';
import type { Failure } from './refuse.ts';

interface Setting {
  /** `2026-12-01` */
  today: string;
  /** Absolute address of the site, without a final slash. */
  siteUrl: string;
  pipeline: string | undefined;
}

/** As many lines as say what happened. */
const LINES = 15;

/** As many errors of content as one corrects before looking again. */
const PROBLEMS = 10;

/** The message to who looks after the site, once a night failed. */
export function failureMessage(
  failures: readonly Failure[],
  { today, siteUrl, pipeline }: Setting,
): { subject: string; text: string } {
  const steps = failures.map(({ step }) => step).join(', ');
  const blocks = [
    `Dans la nuit du ${formatDate(today)}, quelque chose n’a pas marché : ${steps}. On lit toujours la dernière bonne version de ${siteUrl}/.`,
    ...failures.map(failureText),
    ...(pipeline === undefined ? [] : [`Le journal entier : ${pipeline}`]),
    'Ce message ne revient que si la cause change, ou dans sept jours si elle dure. L’adresse qui le reçoit est dans les Réglages du site (« E-mail technique »).',
  ];
  return {
    subject: typeset(`Publication de nuit, échec : ${steps}`),
    text: `${blocks.map(typeset).join('\n\n')}\n`,
  };
}

function failureText({ step, problems, lines }: Failure): string {
  if (problems.length === 0) {
    const last = lines.slice(-LINES).map((line) => `    ${line}`);
    return [`Étape arrêtée : ${step}. Ses dernières lignes :`, ...last].join('\n');
  }
  const left = problems.length - PROBLEMS;
  return [
    `Étape arrêtée : ${step}. Elle attend ${count(problems.length, 'correction')} :`,
    ...problems
      .slice(0, PROBLEMS)
      .map((each) => `  • ${sayPlace(each)}\n    trouvé : ${each.found}\n    à faire : ${each.remedy}`),
    ...(left > 0 ? [`  et ${count(left, 'autre')}.`] : []),
  ].join('\n');
}
