// Shown tenths that add up: each part is rounded so that the visible parts sum to the visible total.

/**
 * Rounds `parts` to tenths by the largest remainder, so that they sum to `total` rounded to a tenth.
 * The parts must sum to the total before rounding; what floating point leaves over goes to the largest remainders.
 */
export function addUp(parts: number[], total: number): number[] {
  if (parts.length === 0) return [];
  const floors = parts.map((part) => Math.floor(part * 10));
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: part * 10 - Math.floor(part * 10) }))
    .sort((a, b) => b.remainder - a.remainder)
    .map(({ index }) => index);
  const missing = Math.round(total * 10) - floors.reduce((sum, floor) => sum + floor, 0);
  const step = Math.sign(missing);
  const order = step < 0 ? byRemainder.reverse() : byRemainder;
  for (let given = 0; given < Math.abs(missing); given++) {
    const index = order[given % order.length] ?? 0;
    floors[index] = (floors[index] ?? 0) + step;
  }
  return floors.map((tenths) => tenths / 10);
}
