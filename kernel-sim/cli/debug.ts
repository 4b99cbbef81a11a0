/**
 * `lab debug`: what `lab run` would run, under a debugger that takes its commands from stdin. What it prints depends on build, script and input alone,
 * so that tests can be written in it.
 */
import { LabSession } from '../lab-session.ts';
import { parseCommandLine } from './args.ts';
import { CONFIG_OPTIONS, configOf } from './config.ts';
import { EXIT } from './exit.ts';
import { linesOfStdin, readText } from './files.ts';
import { DEBUG } from './help.ts';
import { buildMessageLine } from './report.ts';
import { jsonScript, runScript, textScript } from './script.ts';

const OPTIONS = {
  ...CONFIG_OPTIONS,
  '--input': 'value',
  '--no-echo': 'flag',
  '--json': 'flag',
  '--help': 'flag',
} as const;

/** Returns the exit code of the command. */
export function debugCommand(args: readonly string[]): number {
  const parsed = parseCommandLine(args, OPTIONS);
  const { options } = parsed;
  if (options['--help']) {
    process.stdout.write(DEBUG);
    return EXIT.ok;
  }
  const input = options['--input'];
  // Stdin is the script. With a file the program meets its end; without one `!input` types.
  const stdin = input === undefined ? '' : readText(input, 'a file of typed input');
  const config = { ...configOf(parsed), stdin, interactive: input === undefined };
  const session = new LabSession();
  const report = session.build(config);
  for (const message of report.messages) process.stderr.write(`${buildMessageLine(message)}\n`);
  if (!report.ok) return EXIT.buildError;
  session.start();
  const write = (text: string) => void process.stdout.write(text);
  const echo = !options['--no-echo'] && !process.stdin.isTTY;
  const output = options['--json'] ? jsonScript(write) : textScript(write, echo);
  return runScript(linesOfStdin(), (line) => session.execute(line), output);
}
