// How does a list of numbers get longer?

type Numbers = Int32Array<ArrayBuffer>;

/** The list, or a longer one with the same numbers, so that there is one at `index`; new ones are `filling`. */
export function grown(index: number, list: Numbers, filling = 0): Numbers {
  if (index < list.length) return list;
  const more = new Int32Array(Math.max(index + 1, list.length * 2));
  more.set(list);
  if (filling !== 0) more.fill(filling, list.length);
  return more;
}
