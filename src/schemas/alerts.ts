import * as f from './kit/index.ts';

export const ALERT_FREQUENCIES = { weekly: 'Chaque lundi', monthly: 'Le premier de chaque mois' } as const;

export type AlertFrequency = keyof typeof ALERT_FREQUENCIES;

/** What the rules say against an address that seems to be one person's: see `looksPersonal`. */
export const SHARED_ADDRESS = {
  expected: 'l’adresse d’une équipe, pas celle d’une personne',
  remedy:
    'Choisissez une adresse que l’équipe partage, par exemple veille@exemple.org ou cantine.villebasse@exemple.org : ainsi les alertes continuent quand quelqu’un s’en va, et aucun nom n’entre dans les fiches.',
  quotes: true,
} as const;

/** Who is told of new opportunities by e-mail, and how often. Never shown: not on a page, not in the open data. */
export const alerts = (hint: string) =>
  f.optionalGroup({
    label: 'Alertes de financement',
    hint,
    fields: {
      email: f.email({
        label: 'E-mail qui reçoit les alertes',
        hint: 'Une adresse partagée de l’équipe, jamais celle d’une personne. Elle n’est montrée ni sur le site ni dans les données ouvertes.',
        required: true,
      }),
      frequency: f.choice({
        label: 'Nouveaux financements',
        hint: 'Les dates limites, elles, sont rappelées 14 jours avant, dans les deux cas.',
        options: ALERT_FREQUENCIES,
        required: true,
      }),
    },
  });
