/**
 * Short texts that appear beside controls on hover and on focus. What one says is never needed to use the control: the name of the control says that.
 * A control only carries its text (`tipProps`); the one layer that shows it (TooltipLayer.tsx) is loaded after the first picture, so that dozens of
 * buttons cost nothing.
 */

/** What a control is given. `shortcut` is shown as keys. */
export function tipProps(text: string | undefined, shortcut?: string | undefined) {
  if (!text && !shortcut) return {};
  return { 'data-tip': text ?? '', ...(shortcut && { 'data-keys': shortcut }) };
}

/** `Ctrl+Enter` as keys. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="keys">
      {keys.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
