// How is a count written? With commas between thousands; asking the system's locale data costs a short run a tenth of its time.

export function countText(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** “1 file”, “2,000 files”. */
export function many(count: number, one: string, more = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : more}`;
}
