/** What the language of checks accepts, and that each mistake is told in plain words at its place. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RuleError } from './language.ts';
import { parseRule, parseRunValue } from './parser.ts';

/** The message, and the piece of the rule that it points at. */
function mistake(rule: string): string {
  try {
    parseRule(rule);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return `${error.message} @ ${rule.slice(error.span.start, error.span.end)}`;
  }
  return 'none';
}

test.each([
  'never bugcheck',
  'some irp_call where driver == \'first\' and major == "IRP_MJ_DEVICE_CONTROL"',
  'each irp_complete where not (information > 64 or status != STATUS_SUCCESS) has cpu < 2',
  'each irp_call has ioctl.type == 0x8000 and ioctl.function >= 0x800',
  'each irp_pend before irp_complete',
  'each dpc after dpc_queue where routine != 0',
  'count(irp_alloc) == count(irp_free)',
  'last(irp_complete).information == 21',
  'first(irql where to == DISPATCH_LEVEL).cpu == 0',
  "console == 'one\\ntwo\\n'",
  "debug contains 'loaded'",
  'exit == 0',
  "end == 'bugcheck'",
  "never syscall_enter where name == 'NtClose' within tag 'work'",
  "count(irp_call) == 2 from mark 'a' to mark 'b'",
  "some irp_call to mark 'b'",
])('%s', (rule) => {
  expect(mistake(rule)).toBe('none');
});

test('a value on its own', () => {
  expect(parseRunValue('last(irp_copy).bytes')).toMatchObject({ kind: 'last', field: { name: 'bytes' } });
  expect(parseRunValue("count(cs) within tag 'a'")).toMatchObject({ kind: 'count', span: { kind: 'tag', name: 'a' } });
  expect(() => parseRunValue("exit within tag 'a'")).toThrow('only events lie within a span');
  expect(() => parseRunValue('exit 1')).toThrow("the end of the rule should stand here, but there is '1'");
});

describe('mistakes', () => {
  test.each([
    ['', 'the rule is empty @ '],
    ['never irp_cal', "there is no event 'irp_cal'; did you mean 'irp_call'? @ irp_cal"],
    ['never constructor', "there is no event 'constructor' @ constructor"],
    [
      "some irp_call where drivr == 'x'",
      "irp_call has no field 'drivr'; did you mean 'driver'? (it has irp, device, driver, major, minor, location, ioctl) @ drivr",
    ],
    ['never irp_complete where status == STATUS_SUCESS', 'there is no constant STATUS_SUCESS'],
    ['never irp_complete where status == 0', 'status is a status (STATUS_...), but 0 is a number @ status == 0'],
    ["exit == 'zero'", "exit is a number, but 'zero' is a text @ exit == 'zero'"],
    ['exit contains 1', "'contains' does not compare numbers @ exit contains 1"],
    ['console', '== != contains starts ends should stand here, but the rule ends @ '],
    ["console < 'a'", "'<' does not compare texts @ console < 'a'"],
    ['exit = 0', "a single '=' means nothing here; equality is '==' @ ="],
    ["console == 'a", "this text has no closing quote @ 'a"],
    ["console == '\\q'", "'\\q' is no escape; there are \\n \\r \\t \\\\ \\\" \\' @ \\q"],
    ['irp_call', "a rule says 'never', 'some', 'each' or 'count(...)' before an event @ irp_call"],
    ['nevr irp_call', "'nevr' is no value of a run; did you mean 'never'? @ nevr"],
    ['each irp_call', "'has', 'after' or 'before' should stand here, but the rule ends @ "],
    ['never irp_call && dpc', "write 'and' instead of '&' @ &"],
    ["exit == 0 within tag 'a'", 'only events lie within a span; this rule is about the whole run @ within'],
    ["end == 'crash'", 'a run ends with one of exit, bugcheck, limit, hang, driver-failed, exception, internal'],
    ['never irp_call within tag work', "the name of a tag in quotes should stand here, but there is 'work' @ work"],
    ['some irp_call where ioctl.kind == 1', 'one of type, access, function, method should stand here'],
    [`never dpc where ${'('.repeat(40)}`, 'this condition is nested too deeply'],
  ])('%s', (rule, message) => {
    expect(mistake(rule)).toContain(message);
  });
});

test('whatever is written is a rule or a mistake within the text', () => {
  const words =
    'never some each has where and or not ( ) count first last . irp_call driver ioctl == < 1 "a" within tag from mark exit';
  const rules = fc.array(fc.constantFrom(...words.split(' '), "'", '\\', ' ')).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(fc.oneof(rules, fc.string()), (rule) => {
      try {
        parseRule(rule);
      } catch (error) {
        expect(error).toBeInstanceOf(RuleError);
        const { start, end } = (error as RuleError).span;
        expect(0 <= start && start <= end && end <= rule.length).toBe(true);
      }
    }),
    { numRuns: 2000, seed: 1 },
  );
  expect(mistake(`never dpc where ${'cpu == 1 and '.repeat(500)}cpu == 1`)).toContain('at most 2000 characters');
});
