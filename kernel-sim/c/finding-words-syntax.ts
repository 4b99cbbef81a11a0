/**
 * What the findings of the parser mean: what is wrong, then what usually causes it or what to do. One entry for each id; read only to explain.
 */
import type { Words } from './finding-words.ts';

export const SYNTAX_WORDS = {
  'bad-declspec': [
    '__declspec(...) is not written as it should be.',
    'Write __declspec(name) or __declspec(name(value)).',
  ],
  'body-after-semicolon': [
    "A ';' between the head of a function and its body ends the declaration.",
    "Take the ';' out.",
  ],
  'complex-unsupported': ['This lab has no complex numbers.', 'Keep real and imaginary part in two doubles.'],
  'declaration-without-block': ['A declaration cannot be the body of if, else or a loop.', 'Put { } around it.'],
  'default-argument': [
    'Parameters of C have no default values.',
    'Pass the value at each call; default arguments are C++.',
  ],
  'else-without-if': [
    "This 'else' belongs to no 'if'.",
    "Usually a ';' ended the if, or two statements stand before the else without { }.",
  ],
  'empty-initializer': ['The list of initial values is empty; C11 has no such list.', 'Write { 0 }.'],
  'expected-brace': [
    "A '{' or '}' is missing.",
    'Count the braces of the function; indenting it shows which block is open.',
  ],
  'expected-bracket': ["A '[' or ']' is missing.", 'Each [ needs its ].'],
  'expected-colon': ["A ':' is missing.", "It follows case VALUE, default, a label and the middle of 'a ? b : c'."],
  'expected-comma': [
    'A comma is missing between two items.',
    'Parameters, arguments and list items are separated by commas.',
  ],
  'expected-declaration': [
    'Outside of functions only declarations and definitions can stand.',
    "Usually a '}' too many ended the function above.",
  ],
  'expected-enumerator': ['An enum lists names.', 'Write enum name { A, B = 5 }.'],
  'expected-equals': ["A '=' is missing behind a designator.", 'Write .member = value or [index] = value.'],
  'expected-expression': [
    'A value is missing here.',
    'Look for an operator without its right side, or for a comma or bracket too many.',
  ],
  'expected-handler': ['__try { } needs __except (filter) { } or __finally { } behind it.', 'Add one of the two.'],
  'expected-label': [
    'goto needs the name of a label.',
    'Write goto name; and name: before a statement of the function.',
  ],
  'expected-member': ["A name must follow '.' or '->' or the type of a member.", 'Write the name of the member.'],
  'expected-name': ['A name is missing here.', 'A word of the language cannot be a name.'],
  'expected-parameter': [
    'A parameter is missing in the list.',
    'Take out a comma too many; ... needs a parameter before it.',
  ],
  'expected-paren': [
    "A '(' or ')' is missing.",
    'Count the parentheses of the line; if, while and switch need them around their condition.',
  ],
  'expected-semicolon': [
    "A ';' is missing.",
    'The place shown is the end of what it must follow, often the line before.',
  ],
  'expected-statement': ['A statement is missing here.', "A lone ';' is a statement that does nothing."],
  'expected-string': ['A string literal is needed here.', 'Write "...".'],
  'expected-tag': ["struct, union and enum need a name or '{'.", 'Write struct name or struct { members }.'],
  'expected-type': ['The name of a type is needed here.', 'Check the spelling; types of the system come from headers.'],
  'expected-while': [
    "do { } needs 'while (condition);' behind it.",
    'Add it; if the loop was meant to be endless, while (1);.',
  ],
  'extra-semicolon': ["A ';' in a struct or union ends no member.", 'Take it out.'],
  'for-declaration': [
    'The first part of a for can only declare variables.',
    'Move other declarations before the loop.',
  ],
  'handler-without-try': [
    '__except or __finally stands without the __try before it.',
    "Look for a ';' or a statement between the block and the handler.",
  ],
  'implicit-int': ['A type is missing, so int is taken as in very old C.', 'Write the type.'],
  'label-at-end': ['A label needs a statement behind it.', "Write a ';'."],
  'label-before-declaration': [
    'A label must stand before a statement; a declaration is none.',
    "Put a ';' behind the label.",
  ],
  'late-static': ['static, extern and typedef should stand first in a declaration.', 'Move the word to the front.'],
  'member-initializer': [
    'A member of a struct cannot have an initial value.',
    'Set it where a variable of the struct is made.',
  ],
  'missing-type': ['A declaration has no type.', 'Write the type; int is taken here.'],
  'nested-function': [
    'A function is defined inside another.',
    "Usually the '}' of the function above is missing; C has no nested functions.",
  ],
  'nesting-too-deep': ['Brackets, blocks or operators are nested too deeply.', 'Split the expression or the function.'],
  'no-declarator': ['A declaration names nothing.', 'Add the name, or take the line out.'],
  'old-designator': ["A designator without '=' is an old form.", 'Write .member = value or [index] = value.'],
  'old-style-definition': [
    'The parameters are declared behind the parentheses, as before 1989; calls are not checked.',
    'Write the types inside: int f(int a, char *b).',
  ],
  'statement-outside': [
    'A statement stands outside of any function.',
    "Usually a '}' too many ended the function above.",
  ],
  'unexpected-brace': ["A '{' or '}' stands where none can.", 'Count the braces above.'],
  'unexpected-bracket': ["There is a ']' too many.", 'Take it out, or add the [ that is missing.'],
  'unexpected-paren': ["There is a ')' too many.", 'Take it out, or add the ( that is missing.'],
  'unknown-type': [
    'No type of this name is known here.',
    'Check the spelling; a type of the system needs its header, a type of yours must be declared above.',
  ],
  'unknown-word': [
    'This word is neither a type nor a macro that is known here.',
    'Usually its header is missing, or the word before it is misspelt.',
  ],
  unsupported: ['The lab does not have this feature of a compiler.', 'The message names it; write it another way.'],
} as const satisfies Words;
