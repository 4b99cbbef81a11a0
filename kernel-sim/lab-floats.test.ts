/** Floating point through the whole lab: what the C library prints and reads back, against the host's own conversions. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runLab } from './lab-testing.ts';

test('doubles of every magnitude are printed with the digits they have, and read back', () => {
  const bits = fc.sample(fc.bigInt(0n, 0xffffffffffffffffn), { numRuns: 250, seed: 5 });
  const values = [...new Float64Array(BigUint64Array.from(bits).buffer)].filter(Number.isFinite);
  values.push(1e-300, 5e-324, 2.2250738585072014e-308, Number.MAX_VALUE, 0.1, 1e23, 2 ** 53 + 2);
  const table = values.map((x) => `${x.toExponential(20)},`).join('\n');
  const { console: output } = runLab({
    app: `#include <stdio.h>
#include <stdlib.h>
static const double table[] = {
${table}
};
int main(void)
{
    char text[64];
    for (int i = 0; i < ${values.length}; i++) {
        snprintf(text, sizeof text, "%.17e", table[i]);
        printf("%s %d\\n", text, strtod(text, 0) == table[i]);
    }
    return 0;
}
`,
    config: { dialect: 'plain' },
  });
  const expected = values.map((x) => `${x.toExponential(17).replace(/e([+-])(\d)$/, 'e$10$2')} 1`);
  expect(output.trimEnd().split(/\r?\n/)).toEqual(expected);
});
