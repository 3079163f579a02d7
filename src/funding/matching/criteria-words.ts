import { formatDate, formatWhen } from '#domain/date-words.ts';
import { lastDayOf } from '#domain/days.ts';
import { joinWords, uncapitalised } from '#domain/french.ts';
import { count, formatEuros, formatNumber } from '#domain/numbers.ts';
import { ACTIONS } from '#schemas/actions.ts';
import { APPROVALS } from '#schemas/approvals.ts';
import type { Criterion, Eligibility } from './criteria.ts';
import type { Candidate, MatchAnswer } from './matching.ts';

/** What a criterion says of a candidate, as a sentence. */
export function sayCriterion(
  criterion: Criterion,
  answer: MatchAnswer,
  asked: Eligibility,
  { openedOn, profile = {} }: Candidate,
): string {
  switch (criterion) {
    case 'association':
      return answer === 'yes' ? 'Une association peut répondre.' : 'L’association doit exister : à vérifier.';
    case 'seat':
      return SEAT[answer];
    case 'age':
      return sayAge(answer, count(asked.minAgeYears ?? 0, 'an'), openedOn, profile.foundedOn);
    case 'employees':
    case 'budget':
    case 'resources':
    case 'project':
      return sayNumber(criterion, answer, asked, profile[criterion]);
    case 'approvals':
      return `${APPROVALS_SAID[answer]} : ${joinWords(asked.approvals.map(nameIn(APPROVALS)))}.`;
    case 'actions':
      return `${ACTIONS_SAID[answer]} : ${joinWords((asked.actions ?? []).map(nameIn(ACTIONS)))}.`;
    case 'district':
      return DISTRICT[answer];
    case 'sponsor':
      return `Il faut être parrainé ou choisi par ${asked.sponsor ?? ''}.`;
    case 'launch':
      return asked.launchedBy === 'region'
        ? 'Lancé région par région : lisez l’appel de la vôtre.'
        : 'Lancé commune par commune, ou par un gestionnaire local : demandez s’il existe chez vous.';
    case 'reading':
      return asked.toCheck?.length
        ? `À lire : ${asked.toCheck.join(' ; ')}.`
        : 'À lire : nous n’avons pas lu toutes ses conditions.';
  }
}

const SEAT: Readonly<Record<MatchAnswer, string>> = {
  yes: 'Le siège est dans le territoire.',
  maybe: 'Le siège de l’association doit être dans le territoire : à vérifier.',
  no: 'Le siège de l’association doit être dans le territoire, avec sa cantine.',
};

const DISTRICT: Readonly<Record<MatchAnswer, string>> = {
  yes: 'Vous agissez dans un quartier prioritaire, ou pour lui.',
  maybe: 'L’action doit toucher un quartier prioritaire de la politique de la ville : à vérifier.',
  no: 'L’action doit toucher un quartier prioritaire de la politique de la ville, et la vôtre n’en touche pas.',
};

const APPROVALS_SAID: Readonly<Record<MatchAnswer, string>> = {
  yes: 'Vous avez ce qu’il faut',
  maybe: 'À vérifier',
  no: 'Il vous manque',
};

const ACTIONS_SAID: Readonly<Record<MatchAnswer, string>> = {
  yes: 'Vous faites ce que l’appel soutient',
  maybe: 'L’appel soutient, à vérifier',
  no: 'L’appel ne soutient que cela, que vous ne faites pas',
};

/** A year or a month alone is counted from its last day, and says so. */
function sayAge(
  answer: MatchAnswer,
  years: string,
  openedOn: string | undefined,
  foundedOn: string | undefined,
): string {
  if (answer === 'yes') return `L’association a plus de ${years}.`;
  const asked = `L’association doit avoir au moins ${years}`;
  if (foundedOn !== undefined) {
    const born = `la vôtre est née ${formatWhen(foundedOn)}`;
    return answer === 'no' ? `${asked}, ${born}.` : `${asked} : ${born}, cela dépend du mois ou du jour.`;
  }
  if (openedOn === undefined) return `${asked} : à vérifier.`;
  const from = openedOn.length < 10 ? ` (comptée depuis le ${formatDate(lastDayOf(openedOn))}, faute de jour)` : '';
  return `${asked} : la cantine est ouverte ${formatWhen(openedOn)}${from}, l’association est peut-être plus ancienne.`;
}

const NUMBERS = {
  employees: { unknown: 'Effectif salarié à vérifier', said: (own: string) => `Vous avez ${own}` },
  budget: { unknown: 'Budget de l’année à vérifier', said: (own: string) => `Votre budget est de ${own}` },
  resources: { unknown: 'Ressources de l’année à vérifier', said: (own: string) => `Vos ressources sont de ${own}` },
  project: { unknown: 'Coût du projet à vérifier', said: (own: string) => `Votre projet coûte ${own}` },
} as const;

type NumberName = keyof typeof NUMBERS;

function limitsOf(name: NumberName, asked: Eligibility): readonly [min: number | undefined, max: number | undefined] {
  switch (name) {
    case 'employees':
      return [asked.minEmployees, asked.maxEmployees];
    case 'budget':
      return [asked.minBudget, undefined];
    case 'resources':
      return [asked.minResources, asked.maxResources];
    case 'project':
      return [asked.minProjectBudget, asked.maxProjectBudget];
  }
}

function sayNumber(name: NumberName, answer: MatchAnswer, asked: Eligibility, own: number | undefined): string {
  const say = name === 'employees' ? formatNumber : formatEuros;
  const [min, max] = limitsOf(name, asked);
  const limits = joinWords([
    ...(min === undefined ? [] : [`au moins ${say(min)}`]),
    ...(max === undefined ? [] : [`au plus ${say(max)}`]),
  ]);
  const unit = name === 'employees' ? ' en équivalent temps plein' : '';
  const { unknown, said } = NUMBERS[name];
  if (answer === 'maybe' && own === undefined) return `${unknown} : ${limits}${unit}.`;
  return `${said(name === 'employees' ? count(own ?? 0, 'salarié') : say(own ?? 0))}, l’appel en veut ${limits}${unit}.`;
}

/** Names in a sentence: an acronym keeps its capitals, a word that the list does not know is said as it is written. */
const nameIn =
  (names: Readonly<Record<string, string>>) =>
  (key: string): string => {
    const label = names[key] ?? key;
    return /^[A-ZÀ-Ý]{2}/.test(label) ? label : uncapitalised(label);
  };
