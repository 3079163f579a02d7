/** Loaded before a measured command: writes, when a process of it ends, what that process has used. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Clock ticks a second, as Linux counts the time of children. */
const TICKS = 100;

const folder = process.env['BENCH_USAGE'];
if (folder) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: cutime and cstime, after the name in brackets.
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const children = (Number(fields[13]) + Number(fields[14])) / TICKS;
    const used = { cpu: (userCPUTime + systemCPUTime) / 1e6, children, rss: maxRSS * 1024 };
    writeFileSync(join(folder, `${process.pid}-${process.ppid}.json`), JSON.stringify(used));
  });
}
