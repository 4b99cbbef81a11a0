/**
 * The checker: gives every node of a parsed unit its type, makes every conversion explicit, resolves names, flattens initialisers, folds
 * constants and reports what is wrong, as ast.ts promises to its readers. In place; never throws on any tree; a type
 * that could not be made out silences what follows from it.
 *
 *   check-context  what the parts share           check-type   specifiers, declarators, records, enums
 *   check-decl     declarations, functions        check-init   initialisers
 *   check-stmt     statements, check-flow         check-expr   expressions, with check-operators and check-postfix
 *   convert        conversions and their rules    type-compat  relations between types
 */
import type { TranslationUnit } from './ast.ts';
import { Context } from './check-context.ts';
import { checkDeclaration, checkStaticAssert } from './check-decl.ts';
import { checkFunction } from './check-function.ts';
import { checkHabits } from './check-habits.ts';
import { finishSymbols } from './check-symbol.ts';
import type { Profile } from './profiles.ts';
import type { Diagnostics, SourceManager } from './source.ts';

export function check(
  unit: TranslationUnit,
  sm: SourceManager,
  diags: Diagnostics,
  options: { profile: Profile },
): void {
  const c = new Context(unit, sm, diags, options.profile);
  for (const decl of unit.decls) {
    switch (decl.kind) {
      case 'declaration':
        checkDeclaration(c, decl);
        break;
      case 'function':
        checkFunction(c, decl);
        break;
      case 'static-assert':
        checkStaticAssert(c, decl);
        break;
    }
  }
  for (const [name, { at }] of unit.segments ?? []) {
    if (c.fileScope.names.get(name)?.kind === 'function') continue;
    diags.error('alloc-text-undeclared', `#pragma alloc_text: the function '${name}' is not declared`, at);
  }
  finishSymbols(c);
  if (!c.broken && options.profile !== 'guest') {
    checkHabits(
      c,
      unit.decls.filter((decl) => decl.kind === 'function'),
    );
  }
  unit.symbols = c.symbols;
  unit.names = c.fileScope.names;
  unit.tags = c.fileScope.tags;
}
