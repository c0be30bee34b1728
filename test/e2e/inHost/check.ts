/** The few assertions of the tests inside VS Code; they run in a web worker too, where Node's are missing. */

/** Compares by value. */
export function checkEqual(actual: unknown, expected: unknown, what = 'The value'): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`${what} is ${found}, expected ${wanted}`);
}

export function check(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** The value, which must be there. */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is missing`);
  return value;
}
