import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** A command of a pipeline. */
export interface Step {
  /** What it does, in French, after « la publication s’arrête à » : « la vérification des fiches ». */
  name: string;
  command: readonly [string, ...string[]];
  /** Laid over the environment; undefined takes a variable away. */
  env?: Readonly<Record<string, string | undefined>>;
  /** True when what it prints on its standard output is for the pipeline, not for the log. */
  silent?: boolean;
}

export interface Ran {
  code: number;
  /** Its standard output. */
  output: string;
  /** The last lines that it printed, without their colours. */
  lines: string[];
}

const LAST_LINES = 30;

/** Runs a step in a folder; what it prints goes to the log as it comes. */
export function runStep({ name, command, env, silent = false }: Step, cwd: string, input = ''): Promise<Ran> {
  const started = performance.now();
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: 'pipe' });
    let output = '';
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (silent) return;
      printed += text;
      process.stdout.write(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      process.stderr.write(text);
    });
    const end = (code: number) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`── ${name} : ${code === 0 ? 'fait' : `échec (${code})`}, ${seconds} s`);
      resolve({ code, output, lines: lastLines(printed) });
    };
    child.on('error', ({ message }) => {
      printed += `${message}\n`;
      end(127);
    });
    child.on('close', (code) => {
      end(code ?? 1);
    });
    child.stdin.on('error', () => undefined).end(input);
  });
}

const lastLines = (printed: string): string[] =>
  stripVTControlCharacters(printed)
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(-LAST_LINES);
