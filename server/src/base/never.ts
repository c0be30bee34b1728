/** For states that the types or the algorithm rule out. */

/** Throws: a state that cannot be was reached. The request guard logs it and keeps the server alive. */
export function never(what: string): never {
  throw new Error(`Impossible state: ${what}`);
}
