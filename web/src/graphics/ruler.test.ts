// Where the labels of the ruler stand.

import { describe, expect, test } from 'vitest';
import { layoutRuler, overlap, type RulerInput } from './ruler';

const COLUMNS = 7;
const input = (buyers: number, recorded: number, width = 720): RulerInput => ({
  width,
  columns: COLUMNS,
  buyers,
  recorded,
  labelWidth: 150,
  flagWidth: 120,
  chipWidth: 144,
});

const everyPair = Array.from({ length: COLUMNS * COLUMNS }, (_, index) => ({
  buyers: index % COLUMNS,
  recorded: Math.floor(index / COLUMNS),
}));

describe('the gap ruler', () => {
  test.each(everyPair)('buyers at $buyers, our stage at $recorded: nothing covers anything', ({ buyers, recorded }) => {
    const { label, flag, chip } = layoutRuler(input(buyers, recorded));
    const spans = [flag, ...(label ? [label] : []), ...(chip ? [chip] : [])];
    for (const span of spans) {
      expect(span.from).toBeGreaterThanOrEqual(0);
      expect(span.to).toBeLessThanOrEqual(720);
      for (const other of spans) if (other !== span) expect(overlap(span, other)).toBe(false);
    }
  });

  test('our flag always covers the column it points at', () => {
    for (const { buyers, recorded } of everyPair) {
      const { flag, recordedAt } = layoutRuler(input(buyers, recorded));
      expect(flag.from).toBeLessThanOrEqual(recordedAt);
      expect(flag.to).toBeGreaterThanOrEqual(recordedAt);
    }
  });

  test('a gap of three stages is drawn as a line from the buyers to our flag', () => {
    const { line, buyersAt, flag } = layoutRuler(input(2, 5));
    expect(line).toEqual({ from: buyersAt, to: flag.from });
  });

  test.each(everyPair)('narrow, buyers at $buyers, our stage at $recorded: the distance is said', (pair) => {
    const { flag, chip } = layoutRuler(input(pair.buyers, pair.recorded, 560));
    if (pair.buyers === pair.recorded) return;
    expect(chip).not.toBeNull();
    if (chip) expect(overlap(chip, flag)).toBe(false);
  });

  test('in step there is no distance to draw', () => {
    expect(layoutRuler(input(3, 3)).line).toBeNull();
  });
});
