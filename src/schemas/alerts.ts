import { REGIONS } from '#domain/regions.ts';
import * as f from './kit/index.ts';
import { OPPORTUNITY_KINDS } from './opportunities.ts';

export const ALERT_FREQUENCIES = { weekly: 'Chaque lundi', monthly: 'Le premier de chaque mois' } as const;

export type AlertFrequency = keyof typeof ALERT_FREQUENCIES;

/** What the rules say against an address that seems to be one person's: see `looksPersonal`. */
export const SHARED_ADDRESS = {
  expected: 'l’adresse d’une équipe, pas celle d’une personne',
  remedy:
    'Choisissez une adresse que l’équipe partage, par exemple veille@exemple.org ou cantine.villebasse@exemple.org : ainsi les alertes continuent quand quelqu’un s’en va, et aucun nom n’entre dans les fiches.',
  quotes: true,
} as const;

const fields = {
  email: f.email({
    label: 'E-mail qui reçoit les alertes',
    hint: 'Une adresse partagée de l’équipe, jamais celle d’une personne. Elle n’est montrée ni sur le site ni dans les données ouvertes.',
    required: true,
  }),
  frequency: f.choice({
    label: 'Nouveaux financements',
    hint: 'Une clôture avancée est annoncée la nuit même, et les dates limites sont rappelées 14 jours avant, dans les deux cas.',
    options: ALERT_FREQUENCIES,
    required: true,
  }),
  types: f.choices({
    label: 'Seulement ces types d’aide',
    hint: 'Rien de coché : tous.',
    options: OPPORTUNITY_KINDS,
  }),
  minAmount: f.integer({
    label: 'À partir de (€)',
    hint: 'Laisse de côté ce qui donne moins que cela au plus. Un financement dont le montant n’est pas renseigné est gardé.',
    min: 1,
    max: 10_000_000,
  }),
} as const;

/** Who is told of new opportunities by e-mail, how often, and of which. Never shown: not on a page, not in the open data. */
export const alerts = (hint: string) => f.optionalGroup({ label: 'Alertes de financement', hint, ask: false, fields });

/** Those of the network, which is everywhere. */
export const networkAlerts = (hint: string) =>
  f.optionalGroup({
    label: 'Alertes de financement',
    hint,
    fields: {
      ...fields,
      regions: f.choices({
        label: 'Seulement ces régions',
        hint: 'Ce qui est ouvert à toute la France reste annoncé. Rien de coché : toutes.',
        options: REGIONS,
        order: 'label',
      }),
    },
  });
