/** A control code as a ruler of its bits, with the names that its fields have. */
import { BitRuler } from '../design/BitRuler';
import { ioctlPicture } from '../diagrams/ioctl/model';

export function IoctlBits({ code }: { readonly code: number }) {
  const { bits, parts } = ioctlPicture(code >>> 0);
  const fields = bits.map((field) => ({
    ...field,
    value: parts.find(({ id }) => id === field.id)?.words ?? field.value,
  }));
  return (
    <div className="inspector-bits">
      <BitRuler label="The bits of the control code" bits={32} value={BigInt(code >>> 0)} fields={fields} />
    </div>
  );
}
