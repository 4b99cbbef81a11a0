/** The timeline and its controls. Not built yet. */
export function Transport() {
  return <section className="transport" aria-label="Time" />;
}
