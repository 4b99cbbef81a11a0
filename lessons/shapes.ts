/**
 * Shapes of plain data: small checks that are put together into the form of a lesson (`schema.ts`), and name every place where a value departs from
 * it. Pure; they never throw.
 */
export type Report = (place: string, message: string) => void;
export type Shape = (value: unknown, place: string, report: Report) => void;

/** Keys that end with `?` may be left out; others than these are mistakes. */
export function object(shapes: Readonly<Record<string, Shape>>): Shape {
  const known = Object.entries(shapes).map(([key, shape]) => ({
    key: key.replace('?', ''),
    shape,
    optional: key.endsWith('?'),
  }));
  return (value, place, report) => {
    if (!isObject(value)) return report(place, 'must be an object');
    const at = (key: string) => (place === '' ? key : `${place}.${key}`);
    for (const { key, shape, optional } of known) {
      if (Object.hasOwn(value, key)) shape(value[key], at(key), report);
      else if (!optional) report(at(key), 'is missing');
    }
    for (const key of Object.keys(value)) {
      if (!known.some((one) => one.key === key)) {
        report(at(key), `is unknown; there are: ${known.map((one) => one.key).join(', ')}`);
      }
    }
  };
}

export function listOf(shape: Shape, least = 0, most = Number.POSITIVE_INFINITY): Shape {
  return (value, place, report) => {
    if (!Array.isArray(value)) return report(place, 'must be a list');
    if (value.length < least) report(place, least === 1 ? 'must not be empty' : `must have at least ${least}`);
    if (value.length > most) report(place, `must have at most ${most}`);
    value.forEach((item, i) => {
      shape(item, `${place}[${i}]`, report);
    });
  };
}

export function nonEmpty(shape: Shape): Shape {
  return listOf(shape, 1);
}

export function matching(pattern: RegExp, what: string): Shape {
  return (value, place, report) => {
    if (typeof value !== 'string' || !pattern.test(value)) report(place, `must be ${what}`);
  };
}

export function oneOf(values: readonly unknown[]): Shape {
  return (value, place, report) => {
    if (!values.includes(value)) report(place, `must be ${values.join(' or ')}`);
  };
}

export function wholeNumber(min: number, max: number): Shape {
  return (value, place, report) => {
    const fits = Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
    if (!fits) report(place, `must be a whole number from ${min} to ${max}`);
  };
}

export function boolean(value: unknown, place: string, report: Report): void {
  if (typeof value !== 'boolean') report(place, 'must be true or false');
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
