import { parseArgs, type ParseArgsConfig } from 'node:util';
import { diskTrouble } from './disk.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O }>>['values'];

interface Command<O extends Options> {
  /** What it does, its options and its variables, in French: `--aide` shows it. */
  help: string;
  options: O;
  /** @returns what is said, and whether somebody must look */
  run: (values: Values<O>) => Promise<{ words: string; failed: boolean }>;
}

/**
 * Runs a command of the watch on the arguments of this process. It ends with 0, with 1 when something must be looked
 * at, with 2 when the arguments are wrong. What was done is said on the standard output, even then; why nothing was
 * done, on the error output.
 */
export async function runCommand<O extends Options>({ help, options, run }: Command<O>): Promise<void> {
  const asked = readArguments(options);
  if (asked === 'help') console.log(help);
  else if ('wrong' in asked) {
    console.error(`${asked.wrong} Rien n’a été fait.\n\n${help}`);
    process.exitCode = 2;
  } else {
    try {
      const { words, failed } = await run(asked.values);
      console.log(words);
      process.exitCode = failed ? 1 : 0;
    } catch (error) {
      console.error(inFrench(error));
      process.exitCode = 1;
    }
  }
}

function readArguments<O extends Options>(options: O): { values: Values<O> } | { wrong: string } | 'help' {
  if (process.argv.slice(2).some((argument) => ['--aide', '--help', '-h'].includes(argument))) return 'help';
  const swallowed = Object.keys(options).find((name) => process.env[`npm_config_${name.replaceAll('-', '_')}`]);
  if (swallowed !== undefined)
    return {
      wrong: `npm a gardé l’option « --${swallowed} » pour lui : écrivez deux tirets seuls devant les options, comme dans « npm run ${process.env['npm_lifecycle_event'] ?? 'commande'} -- --${swallowed} ».`,
    };
  try {
    return { values: parseArgs({ options }).values };
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const named = /'([^']+)'/.exec(message)?.[1]?.replace(/ <value>$/, '') ?? '';
    return {
      wrong:
        code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
          ? `L’option « ${named} » n’existe pas.`
          : code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'
            ? `L’option « ${named} » est incomplète, ou porte une valeur de trop.`
            : `« ${named} » n’est pas attendu ici.`,
    };
  }
}

/** Our own errors are sentences; those of the disk get one. */
export function inFrench(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const why = diskTrouble(error);
  const { path } = error as NodeJS.ErrnoException;
  return why && path ? `${path} : ${why}. Corrigez cela, puis relancez : ce qui était écrit le reste.` : error.message;
}
