import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schedule, type Job } from '../../support/schedule.ts';

/** Runs jobs that end when the test says so; tells those that are running. */
function bench(jobs: readonly Job[], lanes: number) {
  const running = new Map<string, (succeeded: boolean) => void>();
  const ended = schedule(jobs, lanes, ({ name }) => new Promise<boolean>((resolve) => running.set(name, resolve)));
  return {
    names: () => [...running.keys()],
    end: async (name: string, succeeded = true) => {
      running.get(name)?.(succeeded);
      running.delete(name);
      await new Promise(setImmediate);
    },
    ended: async () => [...(await ended)].map(([{ name }, how]) => `${name} ${how}`).toSorted(),
  };
}

describe('steps', () => {
  test('start in their order, as many as there are lanes', async () => {
    const { names, end, ended } = bench([{ name: 'a' }, { name: 'b' }, { name: 'c' }], 2);
    expect(names()).toEqual(['a', 'b']);
    await end('b');
    expect(names()).toEqual(['a', 'c']);
    await end('a');
    await end('c');
    expect(await ended()).toEqual(['a done', 'b done', 'c done']);
  });

  test('that share a folder are never at work together; another goes on meanwhile', async () => {
    const { names, end } = bench([{ name: 'a', apart: 'x' }, { name: 'b', apart: 'x' }, { name: 'c' }], 2);
    expect(names()).toEqual(['a', 'c']);
    await end('c');
    expect(names()).toEqual(['a']);
    await end('a');
    expect(names()).toEqual(['b']);
  });

  test('that need one which failed are not run, nor those that need them; one that was not asked for is no condition', async () => {
    const jobs = [{ name: 'a' }, { name: 'b', needs: ['a'] }, { name: 'c', needs: ['b'] }, { name: 'd', needs: ['z'] }];
    const { names, end, ended } = bench(jobs, 1);
    expect(names()).toEqual(['a']);
    await end('a', false);
    expect(names()).toEqual(['d']);
    await end('d');
    expect(await ended()).toEqual(['a failed', 'b not run', 'c not run', 'd done']);
  });

  test('that wait for one another are refused', async () => {
    const jobs = [
      { name: 'a', needs: ['b'] },
      { name: 'b', needs: ['a'] },
    ];
    await expect(schedule(jobs, 2, () => Promise.resolve(true))).rejects.toThrow('a, b');
  });

  test('all end, whatever they need and however many lanes there are', async () => {
    const anyJobs = fc
      .array(
        fc.record({
          failed: fc.boolean(),
          apart: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
          back: fc.array(fc.nat(5)),
        }),
      )
      .map((all) =>
        all.map(({ failed, apart, back }, index) => ({
          name: String(index),
          failed,
          ...(apart === undefined ? {} : { apart }),
          needs: back.map((steps) => String(index - 1 - steps)),
        })),
      );
    await fc.assert(
      fc.asyncProperty(anyJobs, fc.integer({ min: 1, max: 4 }), async (jobs, lanes) => {
        const started: string[] = [];
        const ended = await schedule(jobs, lanes, (job) => {
          started.push(job.name);
          return Promise.resolve(!job.failed);
        });
        const how = new Map([...ended].map(([{ name }, each]) => [name, each]));
        for (const { name, needs, failed } of jobs) {
          const kept = needs.every((each) => (how.get(each) ?? 'done') === 'done');
          expect(how.get(name)).toBe(kept ? (failed ? 'failed' : 'done') : 'not run');
          expect(started.includes(name)).toBe(kept);
        }
      }),
    );
  });
});
