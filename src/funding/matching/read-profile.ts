import { ACTIONS } from '#schemas/actions.ts';
import { APPROVALS } from '#schemas/approvals.ts';
import { NEEDS, type Need } from '#schemas/needs.ts';
import type { Profile } from './profile.ts';

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

const date = (value: unknown): string | undefined =>
  typeof value === 'string' && DATE.test(value) ? value : undefined;
const number = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value < 1e9 ? value : undefined;
const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

function flags<K extends string>(value: unknown, names: Readonly<Record<K, string>>): Partial<Record<K, boolean>> {
  if (typeof value !== 'object' || value === null) return {};
  const known = Object.entries(value).filter(([name, said]) => Object.hasOwn(names, name) && typeof said === 'boolean');
  return Object.fromEntries(known) as Partial<Record<K, boolean>>;
}

/** A profile that was kept in a browser or in a file, whoever wrote it: what is not of a profile is left out. */
export function readProfile(value: unknown): Profile {
  const raw: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const said: unknown[] = Array.isArray(raw['needs']) ? raw['needs'] : [];
  const needs = (Object.keys(NEEDS) as Need[]).filter((need) => said.includes(need));
  return {
    foundedOn: date(raw['foundedOn']),
    employees: number(raw['employees']),
    budget: number(raw['budget']),
    resources: number(raw['resources']),
    project: number(raw['project']),
    seat: flag(raw['seat']),
    district: flag(raw['district']),
    approvals: flags(raw['approvals'], APPROVALS),
    actions: flags(raw['actions'], ACTIONS),
    needs: needs.length > 0 ? needs : undefined,
    asOf: date(raw['asOf']),
  };
}
