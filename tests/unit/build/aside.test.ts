import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bring, foldersOf, tidy } from '#build/aside/folders.ts';
import { tellFailure } from '#build/aside/tell.ts';
import { projectRoot } from '../../support/folders.ts';

let scratch: string;
let live: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'petites-cantines-aside-'));
  live = join(scratch, 'dist');
});
afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

const write = (folder: string, words: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), words);
};
const served = () => readFileSync(join(live, 'index.html'), 'utf8');
const swap = (...folders: string[]) =>
  spawnSync(process.execPath, [join(projectRoot, 'src/build/aside/swap.ts'), ...folders], { encoding: 'utf8' });

describe('the folders of a build', () => {
  test('stand in the project, then beside the one that is served, hidden, and are this build’s own', () => {
    const { built, next, last } = foldersOf(live, 12, scratch);
    expect(built).toBe(join(scratch, '.cache/building/12'));
    expect(next).toBe(join(scratch, '.dist-next-12'));
    expect(last).toBe(join(scratch, '.dist-last-12'));
  });

  test('the new one takes the place of the last', () => {
    const { next, last } = foldersOf(live, 12);
    write(live, 'hier');
    write(next, 'aujourd’hui');
    expect(swap(next, live, last).status).toBe(0);
    expect(served()).toBe('aujourd’hui');
    expect(readdirSync(scratch)).toEqual(['dist']);
  });

  test('what is built comes beside it, from this disk', async () => {
    const folders = foldersOf(live, 12, scratch);
    write(folders.built, 'neuf');
    await bring(folders);
    expect(readFileSync(join(folders.next, 'index.html'), 'utf8')).toBe('neuf');
    expect(existsSync(folders.built)).toBe(false);
  });

  test.skipIf(!existsSync('/dev/shm'))('what is built on another disk is copied', async () => {
    const project = mkdtempSync('/dev/shm/petites-cantines-aside-');
    try {
      const folders = foldersOf(live, 12, project);
      write(folders.built, 'neuf');
      await bring(folders);
      expect(readFileSync(join(folders.next, 'index.html'), 'utf8')).toBe('neuf');
      expect(existsSync(folders.built)).toBe(false);
    } finally {
      rmSync(project, { recursive: true, force: true });
    }
  });

  test('the first build has none to replace', () => {
    const { next, last } = foldersOf(live, 12);
    write(next, 'premier');
    expect(swap(next, live, last).status).toBe(0);
    expect(readdirSync(scratch)).toEqual(['dist']);
  });
});

describe('what killed builds left', () => {
  test('is removed, but for the builds that still run', () => {
    write(live, 'servi');
    for (const pid of [1, 2])
      for (const folder of ['next', 'last'] as const) write(foldersOf(live, pid)[folder], 'reste');
    write(join(scratch, '.autre-next-2'), 'pas à nous');
    for (const pid of [1, 2]) write(foldersOf(live, pid, scratch).built, 'reste');
    tidy(live, (pid) => pid === 1, scratch);
    expect(readdirSync(join(scratch, '.cache/building'))).toEqual(['1']);
    rmSync(join(scratch, '.cache'), { recursive: true });
    expect(readdirSync(scratch).toSorted()).toEqual(['.autre-next-2', '.dist-last-1', '.dist-next-1', 'dist']);
    expect(served()).toBe('servi');
  });

  test('a swap that was cut in its middle is undone', () => {
    write(foldersOf(live, 2).last, 'hier');
    write(foldersOf(live, 2).next, 'à moitié vérifié');
    tidy(live, () => false, scratch);
    expect(served()).toBe('hier');
    expect(readdirSync(scratch)).toEqual(['dist']);
  });

  test('nothing to do where nothing is', () => {
    tidy(join(scratch, 'absent/dist'), () => false, scratch);
    expect(existsSync(join(scratch, 'absent'))).toBe(false);
  });

  test('this very process is seen to run, and one that has ended is not', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    write(foldersOf(live, process.pid).next, 'en cours');
    write(foldersOf(live, pid).next, 'reste');
    tidy(live, undefined, scratch);
    expect(readdirSync(scratch)).toEqual([`.dist-next-${process.pid}`]);
  });
});

describe('what stops a build is told', () => {
  const disk = (code: string, message: string) => Object.assign(new Error(message), { code });

  test.each([
    [disk('ENOSPC', "ENOSPC: no space left on device, write '/srv/site'"), 'plus de place sur le disque'],
    [new Error('failed to write: No space left on device (os error 28)'), 'plus de place sur le disque'],
    [disk('EROFS', "EROFS: read-only file system, mkdir '/srv/site'"), 'qu’en lecture'],
    [disk('EACCES', "EACCES: permission denied, open '/srv/site'"), 'pas le droit'],
  ])('%s', (reason, words) => {
    const told = tellFailure(reason, live);
    expect(told).toContain(words);
    expect(told).toContain('Le dernier site reste servi.');
    expect(told).not.toContain('\n');
  });

  test('the content says all in its own words, and code its whole trace', () => {
    const content = Object.assign(new Error('le contenu a des erreurs.'), { name: 'Contenu', stack: '' });
    expect(tellFailure(content, live)).toBe('Contenu : le contenu a des erreurs.');
    const fault = Object.assign(new Error('x is not a function'), { hint: 'Import it.' });
    expect(tellFailure(fault, live)).toContain('aside.test.ts');
    expect(tellFailure(fault, live)).toContain('Import it.');
  });
});
