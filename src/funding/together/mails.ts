/** The mails that cantines write to each other, ready to be read again and sent. */
import { MAX_MAILTO, mailto } from '#forms/mailto.ts';
import { typeset } from '#domain/typography.ts';

/** A line of a mail, typeset: what no middleware will. */
const lines = (...said: readonly string[]): string => said.map((line) => typeset(line)).join('\n');

/** The whole mail, or its first lines when mail programs would not open it. */
function mail(to: string, subject: string, long: string, short: string): string {
  const whole = mailto(to, typeset(subject), long);
  return whole.length <= MAX_MAILTO ? whole : mailto(to, typeset(subject), short);
}

interface Named {
  title: string;
  /** Absolute address. */
  page: string;
}

/** To whom has had this call: « une relecture ? ». */
export function askToReread(to: string, cantine: string, call: Named): string {
  const opening = lines(
    'Bonjour,',
    '',
    `Nous préparons une réponse à « ${call.title} » :`,
    call.page,
    '',
    `La cantine ${cantine} a déjà été soutenue, et vous avez dit accepter de relire : merci !`,
  );
  const long = lines(
    opening,
    '',
    'Pourriez-vous lire notre dossier et nous dire :',
    '– ce qui n’est pas clair ;',
    '– ce qui a compté pour ce financeur ;',
    '– ce que vous feriez autrement ?',
    '',
    'Le dossier fait : … pages. Il nous faudrait votre retour avant le : …',
    'Si ce n’est pas le moment, un mot suffit.',
    '',
    'Et nous relirons volontiers l’un des vôtres.',
    '',
    'La cantine de : …',
  );
  return mail(to, `Une relecture pour « ${call.title} » ?`, long, `${opening}\n`);
}

/** To the network, which puts in touch with cantines that nobody has asked yet. */
export function askForContact(to: string, call: Named): string {
  const opening = lines(
    'Bonjour,',
    '',
    `Nous préparons une réponse à « ${call.title} » :`,
    call.page,
    '',
    'Connaissez-vous une cantine qui l’a déjà obtenu, et qui accepterait de nous relire ?',
  );
  const long = lines(opening, '', 'Il nous faudrait son retour avant le : …', '', 'La cantine de : …');
  return mail(to, `Qui peut nous relire pour « ${call.title} » ?`, long, `${opening}\n`);
}

/** To the network: a cantine accepts to be asked. */
export const offerToReread = (to: string): string =>
  mailto(
    to,
    typeset('Notre cantine accepte de relire'),
    lines(
      'Bonjour,',
      '',
      'Notre cantine a déjà été soutenue par : …',
      'L’année : …',
      '',
      'Nous acceptons que les autres cantines nous demandent une relecture, à l’adresse partagée de notre fiche.',
      'Notre bilan peut être lu par tout le monde (oui ou non, et son adresse) : …',
      '',
      'La cantine de : …',
    ),
  );

/** To those who prepare a joint answer: one more cantine. */
export function askToJoin(to: string, answer: Named, parts: readonly string[]): string {
  const opening = lines('Bonjour,', '', `Nous aimerions répondre avec vous : « ${answer.title} »`, answer.page);
  const taken =
    parts.length > 0
      ? ['', 'Nous pourrions prendre (gardez ce qui convient) :', ...parts.map((part) => `– ${part}`)]
      : [];
  const long = lines(
    opening,
    ...taken,
    '',
    'Ce que nous ferions, en quelques lignes :',
    '',
    'La cantine de : …',
    'Son adresse partagée : …',
  );
  return mail(to, `Répondre ensemble : « ${answer.title} »`, long, `${opening}\n`);
}
