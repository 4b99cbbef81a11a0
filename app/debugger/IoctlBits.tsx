/** A control code as a ruler of its bits. */
import { BitRuler } from '../design/BitRuler';
import { useView } from '../store/views';

export function IoctlBits({ code }: { readonly code: number }) {
  const { now } = useView({ kind: 'ioctl', code });
  if (!now || 'problem' in now) return null;
  const { deviceType, access, method } = now;
  const functionText = `0x${now.function.toString(16).toUpperCase()}`;
  return (
    <div className="inspector-bits">
      <BitRuler
        label="The bits of the control code"
        bits={32}
        value={BigInt(code >>> 0)}
        fields={[
          { id: 'type', name: 'Device type', shift: 16, width: 16, value: deviceType.name, meaning: 'kernel' },
          { id: 'access', name: 'Access', shift: 14, width: 2, value: access.name, meaning: 'fault' },
          { id: 'function', name: 'Function', shift: 2, width: 12, value: functionText, meaning: 'irp' },
          { id: 'method', name: 'Method', shift: 0, width: 2, value: method.name, meaning: 'user' },
        ]}
      />
    </div>
  );
}
