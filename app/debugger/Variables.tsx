/** Parameters and locals of the chosen frame. */
import { useView } from '../store/views';
import { ValueTree } from './ValueTree';
import type { Scope } from './value-items';

export function Variables({ scope }: { readonly scope: Scope }) {
  const { now, before } = useView({ kind: 'locals', ...scope.focus, depth: 1 });
  if (!now) return <p className="debug-empty">…</p>;
  if ('problem' in now) return <p className="debug-problem">The variables cannot be shown: {now.problem}.</p>;
  if (now.variables.length === 0) {
    const routine = now.routine === '' ? 'This place' : now.routine;
    return <p className="debug-empty">{routine} has no variables here.</p>;
  }
  // Variables of another activation are others, whatever they are called.
  const isSame = before && !('problem' in before) && before.frame === now.frame;
  return (
    <ValueTree label="Variables" roots={now.variables} before={isSame ? before.variables : undefined} scope={scope} />
  );
}
