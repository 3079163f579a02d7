import { servicesOn, USUAL_HOURS, type Service, type Timetable } from '#domain/opening.ts';

const MIDDAY = ['11:00', '14:59'] as const;
const EVENING = '17:30';

/** The services at which one surely eats on a calendar day, known by their name or by their hour. */
export function mealsOn(timetable: Timetable, day: string): Set<Service> {
  const services = new Set<Service>();
  for (const { kind, service, opens, closes, doubt } of servicesOn(timetable, day).services) {
    if (kind !== 'meal' || doubt !== undefined) continue;
    if (service) services.add(service);
    else if (opens !== undefined) {
      const end = closes === undefined ? opens : closes <= opens ? '24:00' : closes;
      if (opens <= MIDDAY[1] && (opens >= MIDDAY[0] || end > USUAL_HOURS.lunch[0])) services.add('lunch');
      if (opens >= EVENING || end > USUAL_HOURS.dinner[0]) services.add('dinner');
    }
  }
  return services;
}
