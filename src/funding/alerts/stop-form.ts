import type { FormSpec } from '#forms/spec.ts';

/** The request to stop, as it is sent. */
export const STOP_FORM: FormSpec = {
  id: 'arret-alertes',
  version: 1,
  title: 'Arrêter les alertes de financement',
  named: 'une demande d’arrêt des alertes de financement',
  steps: [
    {
      id: 'demande',
      title: 'Demande',
      intro: '',
      fields: [
        { name: 'pour', label: 'Alertes à arrêter', kind: 'line' },
        { name: 'code', label: 'Code de l’e-mail', kind: 'line' },
      ],
    },
  ],
  consent: '',
  next: [],
};
