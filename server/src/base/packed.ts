// How is plain data kept in few bytes? Objects of one shape name their keys once, and a text that comes twice is written once.

/** A value of JSON's kinds, or undefined. Objects hold own keys only. */
export type Plain = string | number | boolean | null | undefined | readonly Plain[] | { readonly [key: string]: Plain };

const TAG = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  integer: 4,
  negative: 5,
  float: 6,
  string: 7,
  list: 8,
  object: 9,
};
const KINDS = 10;
/** Numbers below 2⁴⁷ keep their tag beside them in one safe integer. */
const LARGEST = 2 ** 47;

class Writer {
  bytes = new Uint8Array(1 << 12);
  length = 0;
  readonly #view = new DataView(new ArrayBuffer(8));

  #room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  /** A whole number, seven bits a byte, lowest first. */
  whole(value: number): void {
    this.#room(8);
    let rest = value;
    while (rest >= 128) {
      this.bytes[this.length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.length++] = rest;
  }

  float(value: number): void {
    this.#room(8);
    this.#view.setFloat64(0, value);
    for (let i = 0; i < 8; i++) this.bytes[this.length++] = this.#view.getUint8(i);
  }

  /** Texts one after the other, their lengths before them: encoding each by itself costs ten times as much. */
  texts(all: readonly string[]): void {
    this.whole(all.length);
    for (const one of all) this.whole(one.length);
    const joined = all.join('');
    if (/\p{Surrogate}/u.test(joined)) throw new RangeError('A text has half a character and cannot be packed.');
    const encoded = new TextEncoder().encode(joined);
    this.whole(encoded.length);
    this.#room(encoded.length);
    this.bytes.set(encoded, this.length);
    this.length += encoded.length;
  }
}

/** Numbers things in the order in which they first come. */
class Numbering {
  readonly all: string[] = [];
  readonly #known = new Map<string, number>();

  of(text: string): number {
    let number = this.#known.get(text);
    if (number === undefined) {
      number = this.all.length;
      this.#known.set(text, number);
      this.all.push(text);
    }
    return number;
  }
}

/** Between the keys of a shape; a key that holds it cannot be packed. */
const SEPARATOR = '\u0000';

function write(value: Plain, out: Writer, texts: Numbering, shapes: Numbering): void {
  const tagged = (tag: number, more = 0) => out.whole(more * KINDS + tag);
  if (typeof value === 'string') tagged(TAG.string, texts.of(value));
  else if (typeof value === 'number') {
    const isWhole = Number.isInteger(value) && Math.abs(value) < LARGEST && !Object.is(value, -0);
    if (isWhole) tagged(value < 0 ? TAG.negative : TAG.integer, Math.abs(value));
    else {
      tagged(TAG.float);
      out.float(value);
    }
  } else if (value === undefined) tagged(TAG.undefined);
  else if (value === null) tagged(TAG.null);
  else if (typeof value === 'boolean') tagged(value ? TAG.true : TAG.false);
  else if (isList(value)) {
    tagged(TAG.list, value.length);
    for (const item of value) write(item, out, texts, shapes);
  } else {
    const keys = Object.keys(value);
    if (keys.some(isRefused)) throw new RangeError('A key cannot be packed.');
    tagged(TAG.object, shapes.of(keys.join(SEPARATOR)));
    for (const key of keys) write(value[key], out, texts, shapes);
  }
}

/** Keys that would mean something else when they are read. */
function isRefused(key: string): boolean {
  return key === '' || key === '__proto__' || key.includes(SEPARATOR);
}

function isList(value: object): value is readonly Plain[] {
  return Array.isArray(value);
}

/** The bytes of a value; `unpack` gives an equal one back. @throws RangeError for half a character, and for keys that are empty, `__proto__` or hold NUL */
export function pack(value: Plain): Uint8Array {
  const body = new Writer();
  const texts = new Numbering();
  const shapes = new Numbering();
  write(value, body, texts, shapes);
  const out = new Writer();
  for (const { all } of [texts, shapes]) out.texts(all);
  const whole = new Uint8Array(out.length + body.length);
  whole.set(out.bytes.subarray(0, out.length));
  whole.set(body.bytes.subarray(0, body.length), out.length);
  return whole;
}

/** Deeper than this no data of ours goes. */
const DEEPEST = 100;

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #texts: readonly string[] = [];
  #shapes: readonly (readonly string[])[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(): Plain {
    this.#texts = this.#strings();
    this.#shapes = this.#strings().map((keys) => (keys === '' ? [] : keys.split(SEPARATOR)));
    if (this.#shapes.some((keys) => keys.some(isRefused))) throw new RangeError('A key is none of ours.');
    const value = this.#value(0);
    if (this.#at !== this.#bytes.length) throw new RangeError('There are bytes after the data.');
    return value;
  }

  #whole(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined || unit > Number.MAX_SAFE_INTEGER) throw new RangeError('The data ends too early.');
      value += (byte & 127) * unit;
      if (byte < 128) return value;
      unit *= 128;
    }
  }

  /** As many as the bytes can hold: a hostile count is found out before room is made for it. */
  #count(): number {
    const count = this.#whole();
    if (count > this.#bytes.length - this.#at) throw new RangeError('The data ends too early.');
    return count;
  }

  #strings(): string[] {
    const lengths = Array.from({ length: this.#count() }, () => this.#whole());
    const size = this.#count();
    const bytes = this.#bytes.subarray(this.#at, this.#at + size);
    const joined = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    this.#at += size;
    let from = 0;
    const texts = lengths.map((length) => {
      from += length;
      return joined.slice(from - length, from);
    });
    if (from !== joined.length) throw new RangeError('The texts are not as long as they should be.');
    return texts;
  }

  #float(): number {
    if (this.#at + 8 > this.#bytes.length) throw new RangeError('The data ends too early.');
    const value = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + this.#at, 8).getFloat64(0);
    this.#at += 8;
    return value;
  }

  #value(depth: number): Plain {
    if (depth > DEEPEST) throw new RangeError('The data is nested too deeply.');
    const head = this.#whole();
    const tag = head % KINDS;
    const more = (head - tag) / KINDS;
    switch (tag) {
      case TAG.integer:
        return more;
      case TAG.string:
        return known(this.#texts, more);
      case TAG.object: {
        const value: Record<string, Plain> = {};
        for (const key of known(this.#shapes, more)) value[key] = this.#value(depth + 1);
        return value;
      }
      case TAG.list: {
        if (more > this.#bytes.length - this.#at) throw new RangeError('The data ends too early.');
        const list: Plain[] = [];
        for (let i = 0; i < more; i++) list.push(this.#value(depth + 1));
        return list;
      }
      case TAG.undefined:
        return undefined;
      case TAG.null:
        return null;
      case TAG.negative:
        return -more;
      case TAG.float:
        return this.#float();
      default:
        return tag === TAG.true;
    }
  }
}

function known<T>(list: readonly T[], index: number): T {
  const one = list[index];
  if (one === undefined) throw new RangeError('The data speaks of what is not there.');
  return one;
}

/** The value that was packed. @throws RangeError for bytes that are no packed value */
export function unpack(bytes: Uint8Array): Plain {
  return new Reader(bytes).read();
}
