/**
 * What the findings of checker, code generator and linker mean: what is wrong, then what usually causes it or what to do. One entry for each id; read only to explain.
 */
import type { Words } from './finding-words.ts';

export const MEANING_WORDS = {
  'alloca-in-funclet': [
    'Memory of variable size cannot be taken in a __finally block or a filter.',
    'Take it before the __try.',
  ],
  'assignment-in-condition': [
    "A condition assigns with '='.",
    "For a comparison write '=='; if it is meant, put parentheses around the assignment.",
  ],
  'bad-alignment': [
    'An alignment cannot be given here, or is no power of two.',
    'Write 1, 2, 4, 8, 16 ..., on a variable or a member.',
  ],
  'bad-array': [
    'This array cannot exist: its length or the type of its elements does not allow it.',
    'Elements need a known size; the length must be an integer.',
  ],
  'atomic-ignored': [
    "_Atomic is read and has no effect: the lab's C has no atomic types (__STDC_NO_ATOMICS__).",
    'Where several threads write, use __atomic_fetch_add and its kin, or the Interlocked functions of <windows.h>.',
  ],
  'bad-atomic': ['_Atomic cannot be used with this type.', 'Leave it out, or use a number or pointer.'],
  'bad-auto-type': ['__auto_type takes the type of one initial value.', 'Declare one name and give it a value.'],
  'bad-bit-field': [
    'A bit-field needs an integer type and a width that fits it.',
    'Check the number behind the colon.',
  ],
  'bad-builtin': [
    'A built-in function of the compiler is used with wrong arguments.',
    'The message says how many or which it takes.',
  ],
  'bad-cast': ['No cast leads from this type to that one.', 'Structs cannot be cast; cast a pointer to one instead.'],
  'bad-designator': [
    'A designator names something that is not there.',
    '[index] is for arrays, .member for structs and unions.',
  ],
  'bad-filter': [
    'The filter of __except must be an integer.',
    'Usually EXCEPTION_EXECUTE_HANDLER or EXCEPTION_CONTINUE_SEARCH.',
  ],
  'bad-function-type': [
    'A function of this type cannot exist.',
    'Functions return no arrays or functions: return a pointer.',
  ],
  'bad-generic': ['An arm of _Generic has a type that cannot be one.', 'The type needs a size that is known.'],
  'bad-goto': ["'goto *' needs the address of a label.", 'Take it with &&label.'],
  'bad-index': ['An index must be an integer.', 'Cast it, or use another variable.'],
  'bad-initializer': [
    'This initial value has the wrong form for what it initialises.',
    'Arrays and structs take lists in braces, single values one value.',
  ],
  'bad-member': ['A member of this type cannot exist.', 'A struct cannot contain itself or a function; use a pointer.'],
  'bad-operand': ['The operator does not work on these types.', 'Check whether a * or a member is missing.'],
  'bad-restrict': ['restrict is for pointers to objects.', 'Leave it out.'],
  'bad-sizeof': ['This has no size that could be measured.', 'Bit-fields, functions and incomplete types have none.'],
  'bad-switch': ["The value of 'switch' must be an integer.", 'Strings and fractions need if and a comparison.'],
  'bad-type': ['These words together name no type.', 'Take one of them out.'],
  'bad-typeof': ['This has no type that typeof could name.', 'Use the type itself.'],
  'bad-va': ['va_start, va_arg, va_end or va_copy is used with wrong arguments.', 'The message says what it needs.'],
  'bad-va-list': ['A variable of type va_list is needed here.', 'Declare one and begin with va_start.'],
  'bad-va-start': ['va_start works only in a function whose parameters end with ...', 'Add ... to its parameters.'],
  'bit-field-address': ['A bit-field has no address and no offset in bytes.', 'Use an ordinary member.'],
  'block-outside': ['A block inside an expression can stand only in a function.', 'Write a constant instead.'],
  'break-misplaced': ["'break' stands in no loop or switch.", 'Check the braces above; return leaves a function.'],
  'case-misplaced': ["'case' or 'default' stands in no switch.", 'Check the braces above.'],
  'conflicting-types': [
    'The same name is declared twice with different types.',
    'Make both alike; a function used before its declaration is taken to return int.',
  ],
  'const-assignment': ['Something const is changed.', 'Take const away, or change a copy.'],
  'constant-truncation': [
    'A constant does not fit the type that it is stored in; bits are lost.',
    'Use a wider type, or write the value that is meant.',
  ],
  'continue-misplaced': ["'continue' stands in no loop.", 'Check the braces above.'],
  deprecated: ['This routine should not be used any more.', 'The message or its documentation names the successor.'],
  'discards-qualifiers': [
    'A pointer to something const or volatile becomes one to something that is not.',
    'Add the word to the target.',
  ],
  'division-by-zero': ['A division by the constant zero.', 'It stops the program when it runs.'],
  'duplicate-case': ['A switch has the same case twice.', 'Take one out.'],
  'duplicate-generic': ['_Generic has two arms for the same type.', 'Take one out.'],
  'duplicate-member': ['A struct or union has two members of the same name.', 'Rename one.'],
  'duplicate-symbol': [
    'Two files of the build define the same name.',
    'Rename one, make it static, or declare it extern in all files but one.',
  ],
  'empty-array': ['An array has no elements.', 'Give it a length of at least 1.'],
  'empty-body': ["A ';' right behind a condition is its whole body.", "Take the ';' out; if it is meant, write { }."],
  'empty-range': ['The range of a case ends before it begins.', 'Swap the two values.'],
  'empty-record': ['A struct or union has no members.', 'Give it one.'],
  'enum-range': ['The value of an enum constant does not fit an int.', 'Use #define or a const variable.'],
  'enum-sign': [
    'An enum and an integer of other signedness meet where types must be alike.',
    'Use the same type on both sides.',
  ],
  'flexible-initializer': [
    'A last member without a length takes no initial value in standard C.',
    'Fill it in when the program runs.',
  ],
  'flexible-member': [
    'A member array without length must be the last of a struct that has others.',
    'Move it to the end.',
  ],
  'format-argument-missing': [
    'The format names more values than are passed.',
    'Add the argument, or take the % out; a percent sign is %%.',
  ],
  'format-argument-unused': [
    'More values are passed than the format names.',
    'Add a % for it, or take the argument out.',
  ],
  'format-mismatch': [
    'An argument does not have the type that the format says.',
    'Change the letter behind %, or cast the argument.',
  ],
  'fraction-lost': [
    'A floating value becomes an integer: what stands behind the point is lost.',
    'Cast it if that is meant.',
  ],
  'function-arithmetic': ['Nothing can be added to a pointer to a function.', 'Use a table of functions and an index.'],
  'function-specifier': ['inline, _Noreturn and the like are for functions.', 'Take the word out.'],
  'function-too-complex': ['A function needs more registers than there are.', 'Split it into smaller parts.'],
  'goto-into-try': ['A goto enters a __try block from outside.', 'Put the label outside of the block.'],
  'goto-out-of-try': ["'goto *' cannot stand in a __try block.", 'Use an ordinary goto.'],
  'gs-offset': ['An offset from GS must be a constant.', 'Write the number.'],
  'implicit-declaration': [
    'A function is called that nothing above declares.',
    'Check the spelling, include its header, or declare it before.',
  ],
  'import-defined': ['A function is declared as imported and defined here.', 'Take __declspec(dllimport) away.'],
  'incompatible-function': [
    'A function of another type is needed here.',
    'Make return type and parameters those of the prototype.',
  ],
  'incompatible-pointer': [
    'Pointers to different types meet.',
    'Often an & or * is missing or too many; cast only if the memory really holds that type.',
  ],
  'incompatible-types': [
    'A value of this type cannot become one of that type.',
    'Often a member, an & or a * is missing.',
  ],
  'incomplete-enum': ['An enum is used before its names are listed.', 'Move its definition up.'],
  'incomplete-type': [
    'The size of this type is not known here.',
    'Include the header that defines it, or use a pointer.',
  ],
  'index-out-of-range': [
    'A constant index lies outside of the array.',
    'An array of N elements has the indexes 0 to N - 1.',
  ],
  'initializer-not-constant': [
    'The initial value of a variable with static lifetime must be known before the program runs.',
    'Assign it in a function.',
  ],
  'int-pointer-comparison': ['A pointer is compared with an integer.', 'Often a * is missing; compare with NULL.'],
  'int-to-larger-pointer': ['A 32-bit integer becomes a 64-bit pointer.', 'An address needs ULONG_PTR or uintptr_t.'],
  'int-to-pointer': ['An integer is used as a pointer.', 'Often an & is missing, or the function is not declared.'],
  'intrinsic-address': [
    'This function becomes instructions and has no address.',
    'Call it from a function of your own and take the address of that.',
  ],
  'jump-into-scope': [
    'A jump enters the scope of an array of variable length or a block inside an expression.',
    'Move the label, or the declaration.',
  ],
  'jump-into-try': ['A jump enters a part of a __try statement from outside.', 'Put the label outside.'],
  'jump-out-of-finally': [
    'A jump leaves a __finally block: an exception that is under way is lost.',
    'Let the block run to its end.',
  ],
  'label-outside': [
    'The address of a label is taken in another part of a __try statement.',
    'Take it where the label stands.',
  ],
  'leave-misplaced': ["'__leave' stands in no __try block.", 'Check the braces above.'],
  'library-pointer-sign': [
    'A function of the library gets a pointer to the signed instead of the unsigned type, or the other way.',
    'Change the type of the variable, or cast the argument.',
  ],
  'library-qualifiers': [
    'A function of the library gets a pointer to something const or volatile and may change it.',
    'Pass a copy.',
  ],
  'linkage-conflict': [
    'A name is static in one declaration and not in another.',
    'Write static in all of them or in none.',
  ],
  'main-prototype': ['main should return int.', 'Write int main(void) or int main(int argc, char *argv[]).'],
  'missing-header': [
    'A function of the C library is called without its header.',
    'Include the header that the message names.',
  ],
  'missing-return': [
    'A function that returns a value can reach its end without return.',
    'Add a return on the path that lacks it.',
  ],
  'negative-array-size': [
    'The length of an array is negative.',
    'Often it is an assertion of the author: look at what is computed.',
  ],
  'no-entry': ['The program has no main, or the driver no DriverEntry.', 'Define it; check its spelling.'],
  'no-generic-arm': ['No arm of _Generic has the type of the value.', 'Add one, or default.'],
  'no-return': ['A function that returns a value has no return.', 'Add it, or make the function void.'],
  'no-such-member': [
    'The struct or union has no member of this name.',
    'Check the spelling and the type of the variable.',
  ],
  'not-a-function': [
    'Something is called that is no function.',
    'Often an operator is missing before the parenthesis, or a local variable has the name of the function.',
  ],
  'not-a-parameter': [
    'A declaration behind an old-style parameter list names no parameter.',
    'Correct one of the two names.',
  ],
  'not-a-pointer': ["'*' or '->' is used on something that is no pointer.", "For a struct itself write '.'."],
  'not-a-record': [
    "'.' or '->' is used on something that is no struct or union.",
    'Check the type; a pointer to a pointer needs a * first.',
  ],
  'not-an-array': ['[ ] is used on something that is no array or pointer.', 'Check the type of the variable.'],
  'not-an-lvalue': ['This is a value, not a place that could be changed or have an address.', 'Put a variable there.'],
  'not-constant': [
    'The value must be known when the program is compiled.',
    'Use a number, an enum constant or a macro; const variables do not count in C.',
  ],
  'not-scalar': ['A struct or the like cannot be true or false.', 'Compare one of its members.'],
  'parameter-mismatch': ['The parameters differ from an earlier declaration.', 'Make both alike.'],
  'parameter-tag': [
    'A struct is declared inside a parameter list and is known nowhere else.',
    'Declare it above the function.',
  ],
  'pointer-order': [
    'A pointer is compared by < or > with 0 or with a pointer to another type.',
    'Compare with == or !=.',
  ],
  'pointer-sign': ['Pointers to signed and unsigned types meet.', 'Use the same type on both sides.'],
  'pointer-to-int': ['A pointer is used as an integer.', 'Often a * is missing; an address needs ULONG_PTR.'],
  'pointer-truncation': [
    'A 64-bit pointer is cast to a smaller integer: the upper half is lost.',
    'Use ULONG_PTR or uintptr_t.',
  ],
  'pointer-width': [
    "'__ptr32' asks for a pointer of 4 bytes, and every pointer of this lab has 8.",
    'Use ULONG for an address of 32 bits, with PtrToUlong and UlongToPtr.',
  ],
  'record-cast': ['A struct or union is cast to the type that it has already.', 'Take the cast out.'],
  redefinition: ['The same name is defined twice.', 'Rename one; headers of your own need #pragma once.'],
  'register-array': [
    'An array declared register is used by its elements, and a register has no address.',
    "Take 'register' away.",
  ],
  'register-address': ['A register variable has no address.', "Take 'register' away."],
  'return-with-value': ['A void function returns a value.', 'Take the value out, or give the function a type.'],
  'return-without-value': ['A function that returns a value has a bare return.', 'Return a value.'],
  'returns-local-address': [
    'The address of a local variable is returned, and the variable ends with the function.',
    'Let the caller pass the memory, or make it static.',
  ],
  'seh-misplaced': [
    'GetExceptionCode and the like work only in the filter or handler of __except, AbnormalTermination only in __finally.',
    'Call it there and keep the value.',
  ],
  'seh-place': ['This is known only inside an exception filter or handler.', 'Call it there and keep the value.'],
  'shift-count': [
    'A shift by a negative count, or by as many bits as the type has.',
    'Cast the left side to a 64-bit type first, or check the count.',
  ],
  'sign-comparison': [
    'A signed and an unsigned value are compared: a negative one counts as very large.',
    'Use the same type on both sides.',
  ],
  'sizeof-pointer': [
    'sizeof measures a pointer, which is 8, not what it points to.',
    'An array parameter is a pointer: pass the length along, or write sizeof(*p).',
  ],
  'static-assert': [
    'The condition of _Static_assert or C_ASSERT is false.',
    'Its author relies on it: look at what is measured.',
  ],
  'storage-class': ['static, extern, register or the like cannot stand here.', 'Take the word out.'],
  'string-too-long': ['A string does not fit the array.', 'Leave the length out: char s[] = "...".'],
  'too-deep': ['This is nested too deeply for the compiler.', 'Split it into smaller parts.'],
  'too-few-arguments': ['A function is called with too few arguments.', 'Compare the call with its prototype.'],
  'too-large': ['An object is larger than 2 GB.', 'Check its length.'],
  'too-many-arguments': ['A function is called with too many arguments.', 'Compare the call with its prototype.'],
  'too-many-initializers': ['A list has more values than there is room.', 'Take some out, or make the array longer.'],
  'type-as-value': [
    'The name of a type stands where a value is needed.',
    'For a cast put it in parentheses; otherwise name a variable.',
  ],
  'undeclared-identifier': [
    'Nothing of this name is declared here.',
    'Check the spelling, declare it above, or include its header; a variable ends with its block.',
  ],
  'undefined-label': [
    'A goto names a label that the function does not have.',
    'Check the spelling; labels are known only in their function.',
  ],
  'undefined-static': ['A static function is used and nowhere defined.', 'Define it in this file.'],
  'undefined-symbol': [
    'A name is used that no source and no library of the build defines.',
    'Check the spelling, or add the file that defines it.',
  ],
  uninitialized: ['A variable is read before it has a value.', 'Give it one where it is declared, or on every path.'],
  'unnamed-parameter': ['A parameter of a function with a body has no name.', 'Give it a name.'],
  'unsized-static': ['A static array has no length.', 'Give it one; other files cannot, since they do not see it.'],
  'unused-result': ['The result of this function has to be looked at.', 'Store and check it.'],
  'unused-status': [
    'An NTSTATUS is dropped: if the call fails, nobody notices.',
    'Check it with NT_SUCCESS; cast to (void) if it does not matter.',
  ],
  'unused-value': ['A value is computed and not used.', "Often '==' stands for '=', or the ( ) of a call are missing."],
  'vla-initializer': ['An array of variable length cannot have an initial value.', 'Fill it in afterwards.'],
  'vla-misplaced': [
    'An array of variable length cannot stand here.',
    'Use a constant length, or declare it inside a function.',
  ],
  'vla-unsupported': [
    "Microsoft's compiler has no arrays of variable length.",
    'Use a constant length, or allocate the memory.',
  ],
  'void-arithmetic': ['A pointer to void has no element size to calculate with.', 'Cast it to char * or PUCHAR first.'],
  'void-dereference': ['A pointer to void points to nothing of a known type.', 'Cast it to a pointer to a type first.'],
  'void-object': ['Nothing can have the type void.', 'Declare a pointer, or choose a type.'],
  'void-operand': ["One side of '?:' has no value.", 'Use if and else.'],
  'void-value': ['The result of a void function is used.', 'Call it as a statement of its own.'],
  'void-return': [
    'A void function returns the result of another void function.',
    'Call it first; then write return alone.',
  ],
  'wrong-tag': [
    'The same name is a struct in one place and a union or enum in another.',
    'Write the same word, or another name.',
  ],
} as const satisfies Words;
