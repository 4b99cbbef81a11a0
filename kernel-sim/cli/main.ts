/**
 * The `lab` command: the same lab as in the page, without a browser. Chooses the command, and turns what goes wrong
 * into plain words and an exit code.
 */
import { UsageError } from './args.ts';
import { ccCommand } from './cc.ts';
import { debugCommand } from './debug.ts';
import { EXIT } from './exit.ts';
import { OVERVIEW } from './help.ts';
import { lessonsCommand } from './lessons.ts';
import { runCommand } from './run.ts';

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => number>> = {
  run: runCommand,
  cc: ccCommand,
  debug: debugCommand,
  lessons: lessonsCommand,
};

// A reader that has seen enough (`lab run ... | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
process.exitCode = main(process.argv.slice(2));

function main([name = '--help', ...args]: string[]): number {
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(OVERVIEW);
    return EXIT.ok;
  }
  try {
    const command = COMMANDS[name];
    if (!command) throw new UsageError(`unknown command ${name}; there are: ${Object.keys(COMMANDS).join(', ')}`);
    return command(args);
  } catch (error) {
    if (error instanceof UsageError) {
      const help = name in COMMANDS ? ` ${name}` : '';
      process.stderr.write(`lab: ${error.message}\nTry: npm run -s lab --${help} --help\n`);
    } else {
      process.stderr.write(`lab: INTERNAL ERROR of the lab (not of your code): ${(error as Error).stack ?? error}\n`);
    }
    return EXIT.internal;
  }
}
