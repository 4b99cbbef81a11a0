/**
 * What the findings of lexer and preprocessor mean: what is wrong, then what usually causes it or what to do. One entry for each id; read only to explain.
 */
import type { Words } from './finding-words.ts';

export const TEXT_WORDS = {
  'alloc-text-late': [
    '#pragma alloc_text stands behind the definition of its function and has no effect.',
    'Put it between the declarations and the definitions.',
  ],
  'alloc-text-undeclared': [
    '#pragma alloc_text names a function that nothing above it declares.',
    'Declare the function first, or correct its name.',
  ],
  'bad-escape': [
    'A backslash in a literal is followed by something that is no escape sequence.',
    'In paths, double each backslash: "C:\\\\temp".',
  ],
  'bad-if-expression': [
    'The condition of #if or #elif cannot be evaluated.',
    'It may hold integers, defined(NAME) and operators; casts and sizeof are unknown there.',
  ],
  'bad-include': ['#include is not followed by a file name.', 'Write #include <name.h> or #include "name.h".'],
  'bad-line-directive': ['#line needs a line number.', 'Write #line 100 or #line 100 "file.c".'],
  'bad-macro-body': [
    "'#' or '##' stands where a macro cannot use it.",
    "'#' goes before a parameter, '##' between two tokens.",
  ],
  'bad-number': [
    'This number is written in no form of C.',
    'A leading 0 means octal, 0x hexadecimal; look for a digit or a suffix that does not belong.',
  ],
  'bad-paste': [
    "'##' joined two tokens into something that is no token.",
    'Usually one of the two does not need to be joined: leave out the ##.',
  ],
  'bad-pragma': [
    'A #pragma is not written as it should be, and is left out.',
    'Compare it with the documentation of that pragma.',
  ],
  'char-too-long': ["More than four characters stand between ' and '.", 'For a string write "...".'],
  'empty-char': ["Nothing stands between ' and '.", 'The character zero is \'\\0\', the empty string "".'],
  'error-directive': [
    '#error stopped the build: the file asks for something that is not so here.',
    'Its text says what; usually a macro must be defined or another header comes first.',
  ],
  'expansion-too-large': [
    'Expanding this macro gives more text than any program needs.',
    'Macros that name each other several times double at each level; make one a function.',
  ],
  'extra-tokens': [
    'Something stands behind a directive that has no meaning there.',
    'Make it a comment, or take it away.',
  ],
  'function-name-joined': [
    '__FUNCTION__ or __func__ is a variable, so a string cannot be joined to it.',
    'Print it with %s.',
  ],
  'include-not-found': [
    'No file of this name is among the sources or the headers of the lab.',
    'Check the spelling; your own headers must be files of the project.',
  ],
  'include-too-deep': [
    'Headers include each other without end, or too deeply.',
    'Put #pragma once at the beginning of your headers.',
  ],
  'incomplete-escape': [
    'An escape sequence such as \\x or \\u lacks its digits.',
    'Write the digits, or double the backslash.',
  ],
  'line-range': ['The number behind #line is out of range.', 'Lines are counted from 1.'],
  'macro-argument-count': [
    'A macro is used with more or fewer arguments than it has parameters.',
    'A comma outside parentheses begins a new argument; put parentheses around it.',
  ],
  'macro-name': ['This directive needs the name of a macro.', 'A name begins with a letter or an underscore.'],
  'macro-parameters': [
    'The parameter list of a macro is not well formed.',
    'Write names with commas between; ... may come last.',
  ],
  'macro-redefined': ['The macro has another definition already.', 'Rename one, or write #undef before the second.'],
  'macro-semicolon': [
    "The definition of a macro ends with ';', which lands in the middle of an expression.",
    "Take the ';' out of the #define line.",
  ],
  'macro-space': ['A space is missing between the name of a macro and its text.', 'Write #define NAME text.'],
  'macro-too-deep': ['Calls of macros are nested too deeply.', 'Make one of them a function.'],
  'number-too-large': ['This number needs more than 64 bits.', 'Check for a digit too many.'],
  'pragma-pack-show': ['This is the answer to #pragma pack(show): how fields are aligned here.', 'Nothing is wrong.'],
  'stray-character': [
    'This character has no meaning in C.',
    'Quotes and dashes copied from a document are often the typographic ones; type them again.',
  ],
  'string-prefix': [
    'Strings with different prefixes stand side by side and cannot be joined.',
    'Give them the same prefix: L"a" L"b".',
  ],
  'unknown-directive': ['There is no directive of this name.', 'Check the spelling behind the #.'],
  'unknown-pragma': [
    'The compiler does not know a #pragma of this name and leaves it out.',
    'Check the spelling; pragmas of other compilers can be put into #ifdef.',
  ],
  'unmatched-directive': [
    '#else, #elif or #endif stands where no #if is open.',
    'An #if was lost, or there is an #endif too many.',
  ],
  'unterminated-char': ["The closing ' is missing.", 'A character constant ends on its line.'],
  'unterminated-comment': ["A comment is not closed: '*/' is missing.", 'All that follows was read as comment.'],
  'unterminated-if': ['An #if, #ifdef or #ifndef has no #endif.', 'Write #endif where the group ends.'],
  'unterminated-macro-call': [
    "The arguments of a macro have no closing ')'.",
    'Count the parentheses from the name of the macro on.',
  ],
  'unterminated-string': ['The closing " is missing.', 'A string ends on its line; write \\" for a quote inside.'],
  'va-args-misplaced': [
    '__VA_ARGS__ and __VA_OPT__ belong to macros with ... only.',
    'Give the macro ... as its last parameter.',
  ],
  'warning-directive': [
    'A #warning line: the author of the file wants you to know its text.',
    'Nothing has to change.',
  ],
  'wrong-header': [
    'This header is not for this kind of program.',
    'Drivers include ntddk.h or wdm.h, programs windows.h and the C library; C++ headers do not work in C.',
  ],
} as const satisfies Words;
