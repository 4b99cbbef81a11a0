/** One expression's value at the shown instant, in the scope of the chosen frame, with where it lives and how long it is. */
import type { ViewResult } from '../../kernel-sim/protocol/views';
import type { ValueView } from '../../kernel-sim/protocol/views-code';
import { ask } from '../client/lab-client';
import { LabError } from '../client/lab-connection';
import { useFrame } from '../store/frame';
import { useLab } from '../store/lab';

export interface ReadValue {
  readonly expression: string;
  readonly record: ValueView;
  readonly home: string;
  readonly length: number;
}

/** In the scope of the chosen frame; undefined: it has no value there. */
export async function readValue(expression: string): Promise<ReadValue | undefined> {
  if (!useLab.getState().shown) return undefined;
  const frame = useFrame.getState().index;
  try {
    const [value, size, locals] = await ask({
      kind: 'views',
      views: [
        { kind: 'watch', expression, frame, depth: 1 },
        { kind: 'watch', expression: `sizeof(${expression})`, frame },
        { kind: 'locals', frame },
      ],
    });
    const record = recordOf(value);
    if (!record) return undefined;
    const digits = /^\d+/.exec(recordOf(size)?.value ?? '')?.[0];
    const variables = locals?.kind === 'locals' && 'variables' in locals.record ? locals.record.variables : [];
    const home = variables.find(({ name, shadowed }) => name === expression && !shadowed)?.home ?? '';
    return { expression, record, home, length: Number(digits ?? 8) };
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    return undefined;
  }
}

function recordOf(view: ViewResult | undefined): ValueView | undefined {
  if (view?.kind !== 'watch' || 'problem' in view.record) return undefined;
  // A routine's own name has a value, too, which nobody hovers for.
  return view.record.type === '' || /\(\s*\)$|^function/.test(view.record.type) ? undefined : view.record;
}
