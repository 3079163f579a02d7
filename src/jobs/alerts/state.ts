import type { MailJob } from '../mail/job.ts';
import type { StateFormat } from '../mail/state.ts';
import { alertState, firstAlertState, type AlertState } from './memory.ts';

export const ALERTS: MailJob = {
  title: 'Alertes de financement',
  sends: 'd’alertes',
  remembers: 'des alertes',
  variable: 'WATCH_STATE',
  forgetting: 'chaque adresse recevra alors une nouvelle « première veille »',
  remedy: 'Personne n’y lit les alertes : corrigez-la ou videz « Alertes de financement »',
};

export const NOTHING_SENT: AlertState = { version: 2, recipients: {} };

export const ALERT_STATE: StateFormat<AlertState> = {
  job: ALERTS,
  empty: NOTHING_SENT,
  shapeOf: (data) => (isOfVersion1(data) ? firstAlertState : alertState),
};

const isOfVersion1 = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'version' in data && data.version === 1;
