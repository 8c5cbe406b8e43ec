// The graphics of the room, read back from their markup: chances in their interval, benefit points, outcomes, shifts.

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DeliveryBar } from './DeliveryBar';
import { IntervalTrend, intervalPaths } from './IntervalTrend';
import { OutcomesByDay } from './OutcomesByDay';
import { RangeMark } from './RangeMark';
import { ShiftMark } from './ShiftMark';
import { StandingMark } from './StandingMark';

describe('a chance in its interval', () => {
  const points = [
    { at: 0, p: 0.1, low: 0.05, high: 0.2 },
    { at: 1, p: 0.3, low: 0.2, high: 0.5 },
  ];

  test('needs two days to be a line', () => {
    expect(renderToStaticMarkup(<IntervalTrend points={points.slice(0, 1)} />)).toBe('');
  });

  test('runs inside its band, and the highest end fits', () => {
    const { y } = intervalPaths(points, 130, 48);
    expect(y(0.5)).toBeGreaterThanOrEqual(0);
    expect(y(0.5)).toBeLessThan(y(0.3));
    expect(y(0.3)).toBeLessThan(y(0.2));
  });

  test('what never rose high is not blown up', () => {
    const { y } = intervalPaths([{ at: 0, p: 0.01, low: 0, high: 0.02 }], 130, 48);
    expect(y(0) - y(0.02)).toBeLessThan(48 / 5);
  });
});

describe('delivery against importance', () => {
  const bar = (delivery: number | null, tick: number | null) =>
    renderToStaticMarkup(<DeliveryBar delivery={delivery} tick={tick} width={100} />);

  test('the bar is what is delivered, the tick how much it matters', () => {
    expect(bar(0.4, 0.8)).toContain('width="40"');
    expect(bar(0.4, 0.8)).toContain('M80,0v8');
  });

  test('what is not known is not drawn as nothing delivered', () => {
    expect(bar(null, 0.8).match(/<rect/g)).toHaveLength(1);
    expect(bar(0.4, null)).not.toContain('<path');
  });
});

describe('the mark of a standing', () => {
  const mark = (standing: Parameters<typeof StandingMark>[0]['standing'], next = false) =>
    renderToStaticMarkup(<StandingMark standing={standing} next={next} />);

  test('is filled where something has formed, and dashed where it has not or is to be proved next', () => {
    expect(mark('valued')).not.toContain('stroke-dasharray');
    expect(mark('unformed')).toContain('stroke-dasharray');
    expect(mark('valued', true)).toContain('stroke-dasharray');
  });

  test('says a refusal by more than its colour', () => {
    expect(mark('refused')).toContain('<path');
    expect(mark('endorsed')).not.toContain('<path');
  });
});

describe('outcomes by day', () => {
  test('stand on one another, and what is open stays blank', () => {
    const markup = renderToStaticMarkup(
      <OutcomesByDay columns={[{ won: 0.2, lost: 0.3, undecided: 0.1 }]} width={100} height={101} label="by" />,
    );
    const parts = [...markup.matchAll(/<rect y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/g)].map(([, y, height]) => ({
      y: Number(y),
      height: Number(height),
    }));
    expect(parts.map(({ y }) => y)).toEqual([80, 50, 40]);
    expect(parts.map(({ height }) => height + 1)).toEqual([20, 30, 10].map((height) => expect.closeTo(height, 9)));
  });
});

describe('a day that is not certain', () => {
  const mark = (recorded: number | null) =>
    renderToStaticMarkup(
      <RangeMark low={0.2} middle={0.4} high={0.9} recorded={recorded} width={112} label="closes" />,
    );

  test('has its middle in its band, and a flag only where a day was written down', () => {
    expect(mark(null)).toContain('cx="46"');
    expect(mark(null)).not.toContain('--us');
    expect(mark(0.5)).toContain('M56,4V23');
  });

  test('a day outside the axis stands at its end', () => {
    expect(mark(1.7)).toContain('M106,4V23');
  });
});

describe('a shift', () => {
  test('on a scale with two sides shows its middle', () => {
    const shift = (range?: readonly [number, number]) =>
      renderToStaticMarkup(<ShiftMark before={0} after={0.5} {...(range ? { range } : {})} width={108} label="" />);
    expect(shift([-1, 1])).toContain('M54,3v9');
    expect(shift([-1, 1])).toContain('cx="79"');
    expect(shift()).not.toContain('v9');
  });
});
