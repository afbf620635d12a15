// How is a count written? With commas between thousands; asking the system's locale data costs a short run a tenth of its time.

export function countText(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
