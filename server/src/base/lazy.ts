/** Values that are worked out when first asked for and then kept. Nothing but time depends on them. */

export function lazy<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: compute() }).value;
}

/** A pure function of an immutable object, worked out once for each and forgotten with it. */
export function memoised<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const kept = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let known = kept.get(key);
    if (known === undefined) kept.set(key, (known = { value: compute(key) }));
    return known.value;
  };
}
