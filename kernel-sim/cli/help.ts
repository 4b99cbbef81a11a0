/** What `lab --help` and `lab COMMAND --help` print. */

export const OVERVIEW = `Ring Zero Lab on the command line: builds and runs Windows-style drivers and programs on a simulated NT kernel.

usage: npm run -s lab -- <command> [options]

commands:
  run      build drivers and programs, load the drivers, run the programs
  cc       compile (and run) a plain C program
  debug    the same as run, under a debugger that reads its commands from stdin
  lessons  check that lessons are right and do what they say

'npm run -s lab -- <command> --help' tells the options of a command.

exit codes:
  0-119  the last program's own exit code (low 8 bits)
  120    build error
  121    bug check
  122    limit reached, or nothing can ever run again
  123    a driver failed to load
  124    unhandled exception in a program
  125    an error of the lab itself, or a wrong command line
`;

export const RUN = `usage: npm run -s lab -- run [options] [-- ARGS]

Builds everything, loads each driver as service NAME, runs the programs in order (ARGS go to the last), unloads the
drivers. The programs' console goes to stdout; DbgPrint text ('dbg: ...'), build messages and bug checks to stderr.

  --driver NAME=FILE[,FILE...]  a driver of these C files, loaded as service NAME; repeatable
  --image NAME=FILE[,FILE...]   puts NAME.sys beside the program without loading it; repeatable
  --app FILE[,FILE...]          a program of these C files; repeatable
  --parallel                    starts all programs at once
  -I DIR                        looks for headers in DIR too; repeatable
  -D X[=Y]                      defines macro X; repeatable
  --cpus N                      processors, 1 to 8 (2)
  --seed N                      names the interleaving of the processors (1)
  --debugger on|off             on: breakpoints and failed assertions in the kernel give a note and go on (the default);
                                off: they are exceptions
  --limit SECONDS               simulated time (60)
  --instructions N              ends the run after N instructions
  --trace FILE.jsonl            writes every event: instant, seq, t, cpu, tid, pid, event, and its fields
  --check-replay N              afterwards compares N seeded instants with a second machine run from boot
  --json                        prints one JSON object on stdout instead
  --help                        prints this

Typed input comes from stdin, which is read only if a program mentions a way to read it.
`;

export const LESSONS = `usage: npm run -s lab -- lessons check [ID...] [--root DIR]

Checks the lessons of these ids, or all of them, and prints each mistake with its place: the form of lesson.json and lesson.md, the rules of
the checks, whether there is time to read it all, whether the places that steps show are there; and by running them, under every seed of the lesson, that the
solution passes every check, that of an earlier task gives no later one away, the starter fails some, each named wrong solution fails its own check and no other, each prediction has the answer
that the simulator gives, blocks to be ordered have the order of the run and no other, and each stop is reached.

  --root DIR      the folder of lessons (lessons)
  --help          prints this

exit codes: 0 nothing is wrong; 1 there are mistakes; 125 an error of the lab itself, or a wrong command line.
`;

export const DEBUG = `usage: npm run -s lab -- debug [options of run] [--input FILE] [--no-echo] [--json] [-- ARGS] < SCRIPT

Builds what 'run' would run and stands at instant 0, before the first instruction. Then carries out the commands on stdin,
one line at a time (several on a line are separated by ';'), and answers on stdout:

  > g thermo!Control                                       the command (not with --no-echo)
  console: 21 degrees                                      what a motion forward passed: console, 'dbg: ' DbgPrint, 'note: '
  #81234 cpu 0 tid 24: thermo!Control (thermo.c:41) | {    where it stopped: instant, processor, thread, place, source, why
  error (column 3): there is no routine 'Contrl' ...       a mistake in a command; the script goes on

'.help' lists the commands. They are WinDbg's, with the same ones backwards: p t gu pc pt g, p- t- gu- pc- pt- g-.

  --input FILE    what is typed to the programs, who then meet its end; without it '!input' types
  --no-echo       does not repeat the commands
  --json          prints one JSON object a command: command, text, and stop, records, printed, error, failed
  --help          prints this

The options of run are those that say what to build and run: --driver --image --app --parallel -I -D --cpus --seed
--debugger --limit --instructions.

exit codes: 0 the script came to its end or to 'q'; 1 a '.assert' does not hold; 120 build error; 125 an error of the lab
itself, or a wrong command line.
`;

export const CC = `usage: npm run -s lab -- cc FILE... [options] [-- ARGS]
       npm run -s lab -- cc --batch LIST.jsonl
       npm run -s lab -- cc --explain ID

Compiles the C files into one program; with --run, runs it as a user process. Files that include
<ntddk.h> or <wdm.h> are a driver, and are compiled as one.

  -I DIR          looks for headers in DIR too; repeatable
  -D X[=Y]        defines macro X; repeatable
  --gnu           as a GNU compiler: defines __GNUC__, and what old programs do is a warning
  --check         only compiles; the default
  --run           runs the program; ARGS are its arguments, typed input comes from stdin
  --limit SECONDS simulated time (60)
  --json          prints one JSON object on stdout instead
  --batch FILE    works through a list (-: from stdin), one JSON object a line,
                                          in:  id, files, args, include, define, limit, stdin, check,
                                               gnu; files are found as on the command line
                                          out: id, exit, stdout, diagnostics [{file, line, col, severity, id, text}],
                                               statements, ms; end (how the run ended, unless the program exited)
  --explain ID    what a warning or error means and what to do: ID stands in brackets at its end
  --help          prints this
`;
