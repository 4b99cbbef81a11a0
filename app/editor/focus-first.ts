/** As `ref` of a form or a field in a dialog: typing goes there at once, instead of to the button that closes it. */
export function focusFirst(element: HTMLElement | null): void {
  const field = element?.matches('input') ? element : element?.querySelector<HTMLElement>('input, select');
  field?.focus();
}
