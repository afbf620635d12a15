// What is a stretch of text? Half-open UTF-16 offsets, everywhere inside the core.

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies inside `range`, both ends included, as a text cursor does. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether two half-open ranges share at least one character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Index of the first element for which `isAfter` holds, in an array where it is false and then true; `length` if none.
 * Logarithmic.
 */
export function lowerBound<T>(sorted: readonly T[], isAfter: (item: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAfter(sorted[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
