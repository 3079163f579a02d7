/** A piece of work among others. */
export interface Job {
  name: string;
  /**
   * Jobs that must have ended before; when one of them failed, this one is not run. Those not asked for are no
   * condition.
   */
  needs?: readonly string[];
  /** Jobs that share a folder, a cache or a port with it: never at the same time. */
  apart?: string;
}

export type Ended = 'done' | 'failed' | 'not run';

/**
 * Runs jobs in their order, as many at a time as there are lanes, each as soon as what it needs has ended.
 * @param run resolves to whether the job succeeded.
 */
export async function schedule<J extends Job>(
  jobs: readonly J[],
  lanes: number,
  run: (job: J) => Promise<boolean>,
): Promise<ReadonlyMap<J, Ended>> {
  const asked = new Map(jobs.map((job) => [job.name, job]));
  const waiting = new Set(jobs);
  const running = new Map<J, Promise<void>>();
  const ended = new Map<J, Ended>();
  const before = (job: J) => (job.needs ?? []).flatMap((name) => asked.get(name) ?? []);
  const isFree = (job: J) => {
    const beside = [...running.keys()];
    return beside.length < lanes && (job.apart === undefined || beside.every(({ apart }) => apart !== job.apart));
  };
  while (waiting.size > 0 || running.size > 0) {
    for (const job of waiting) {
      const needed = before(job);
      if (needed.some((each) => ended.get(each) === 'failed' || ended.get(each) === 'not run')) {
        waiting.delete(job);
        ended.set(job, 'not run');
      } else if (needed.every((each) => ended.has(each)) && isFree(job)) {
        waiting.delete(job);
        running.set(
          job,
          run(job).then((succeeded) => {
            running.delete(job);
            ended.set(job, succeeded ? 'done' : 'failed');
          }),
        );
      }
    }
    if (running.size > 0) await Promise.race(running.values());
    else if ([...waiting].every((job) => before(job).some((each) => !ended.has(each))) && waiting.size > 0)
      throw new Error(`These jobs wait for one another: ${[...waiting].map(({ name }) => name).join(', ')}.`);
  }
  return ended;
}
