// Numbers in, a picture out: what the small graphics draw, read back from their markup.

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { AtLeastCurve } from './AtLeastCurve';
import { CusumPlot } from './CusumPlot';
import { EvidenceMarks } from './EvidenceMarks';
import { IntervalMark } from './IntervalMark';
import { PersonGlyph } from './PersonGlyph';
import { PromiseMeter } from './PromiseMeter';
import { RoleDots } from './RoleDots';
import { Sparkline, trendTone } from './Sparkline';
import { StateBar } from './StateBar';
import { TouchPair } from './TouchPair';
import { WaterfallBar } from './WaterfallBar';
import { WeeklyCounts } from './WeeklyCounts';
import { WhiskerBar } from './WhiskerBar';
import { namedWeeks, weeklyAxis } from './weekly';

const widths = (markup: string) => [...markup.matchAll(/<rect x="[\d.]+" width="([\d.]+)"/g)].map(([, w]) => Number(w));

describe('the state bar', () => {
  const markup = renderToStaticMarkup(
    <StateBar
      width={100}
      shares={[
        { stage: 'blocked', p: 0.5 },
        { stage: 'unaware', p: 0 },
        { stage: 'aware', p: 0.25 },
        { stage: 'interested', p: 0.25 },
      ]}
    />,
  );

  test('gives each stage the width of its probability, and none to what cannot be', () => {
    const [blocked = 0, aware = 0, interested = 0, ...more] = widths(markup);
    expect(more).toEqual([]);
    expect(blocked).toBeCloseTo(aware + interested, 5);
  });

  test('fills its width with parts and gaps', () => {
    expect(widths(markup).reduce((sum, width) => sum + width, 0)).toBeCloseTo(98, 5);
  });
});

describe('the person glyph', () => {
  test('says aloud what it shows when no words stand beside it', () => {
    const markup = renderToStaticMarkup(<PersonGlyph state="evaluating" label="Dana: evaluating 68%" />);
    expect(markup).toContain('<title>Dana: evaluating 68%</title>');
    expect(renderToStaticMarkup(<PersonGlyph state="evaluating" />)).toContain('aria-hidden="true"');
  });

  test('breaks its core where we are not sure, and wears the veto', () => {
    const dashes = (markup: string) => [...markup.matchAll(/stroke-dasharray="2.4 2.2"/g)].length;
    expect(dashes(renderToStaticMarkup(<PersonGlyph state="aware" sure={false} />))).toBe(1);
    expect(dashes(renderToStaticMarkup(<PersonGlyph state="aware" sure />))).toBe(0);
    expect(renderToStaticMarkup(<PersonGlyph state="aware" veto />)).toContain('rotate(-45)');
  });
});

describe('evidence marks', () => {
  test('point up for us and down against us, and stop growing', () => {
    const half = (points: number) => {
      const markup = renderToStaticMarkup(<EvidenceMarks y={10} marks={[{ x: 50, points }]} />);
      return { tone: /--(\w+)\)/.exec(markup)?.[1], size: Number(/h([\d.]+)l/.exec(markup)?.[1]) / 2 };
    };
    expect(half(4).tone).toBe('toward');
    expect(half(-4).tone).toBe('away');
    expect(half(60).size).toBe(half(25).size);
    expect(half(25).size).toBeGreaterThan(half(4).size);
  });
});

describe('a waterfall bar', () => {
  test('lies inside its scale, even where it is too thin to see', () => {
    const domain = { low: -100, high: 0 };
    const markup = renderToStaticMarkup(<WaterfallBar bar={{ from: -0.01, to: 0 }} domain={domain} tone="toward" />);
    const [, x, width] = /<rect x="([\d.]+)" y="5" width="([\d.]+)"/.exec(markup) ?? [];
    expect(Number(width)).toBe(1.5);
    expect(Number(x) + Number(width)).toBeLessThanOrEqual(74);
  });
});

describe('a sparkline', () => {
  test('needs two days to be a line', () => {
    expect(renderToStaticMarkup(<Sparkline values={[0.4]} />)).toBe('');
  });

  test.each([
    [[0.1, 0.4], 'toward'],
    [[0.4, 0.1], 'away'],
    [[0.4, 0.42], 'still'],
  ])('%j is %s', (values, tone) => {
    expect(trendTone(values)).toBe(tone);
  });
});

const numbers = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].map(([, found]) => Number(found));

describe('touches in pairs', () => {
  const markup = renderToStaticMarkup(<TouchPair ours={[2, 0]} theirs={[1, 4]} label="two weeks" />);

  test('stand up where they are ours, hang down where they are theirs, as high as they are many', () => {
    const tops = numbers(markup, / y="([\d.]+)"/g);
    const heights = numbers(markup, / height="([\d.]+)" rx/g);
    expect(heights[0]).toBe((heights[2] ?? 0) * 2);
    expect(heights[3]).toBe((heights[2] ?? 0) * 4);
    expect((tops[0] ?? 0) + (heights[0] ?? 0)).toBe(14);
    expect(tops.slice(2)).toEqual([16, 16]);
  });

  test('stay inside their row, however many they are', () => {
    const crowded = renderToStaticMarkup(<TouchPair ours={[60]} theirs={[30]} label="a week" />);
    expect(Math.max(...numbers(crowded, / height="([\d.]+)" rx/g))).toBe(14);
  });
});

test('an interval mark spans from low to high around its middle, and never leaves its scale', () => {
  const markup = renderToStaticMarkup(<IntervalMark width={102} value={0.4} low={0.2} high={1.7} label="40%" />);
  const [band = 0, middle = 0] = numbers(markup, /<rect x="([\d.]+)"/g);
  const [width = 0] = numbers(markup, / width="([\d.]+)" height="4"/g);
  expect([band, band + width, middle + 1]).toEqual([21, 101, 41]);
});

test('role dots fill those met and leave the others open', () => {
  const markup = renderToStaticMarkup(<RoleDots met={2} of={5} label="2 of 5" />);
  expect(markup.match(/fill="none"/g)).toHaveLength(3);
  expect(markup.match(/<rect/g)).toHaveLength(5);
});

test('a promise meter turns warm where too few were kept', () => {
  expect(renderToStaticMarkup(<PromiseMeter kept={4} of={7} />)).toContain('--away-muted');
  expect(renderToStaticMarkup(<PromiseMeter kept={5} of={7} />)).toContain('--toward-muted');
});

test('whiskers reach from low to high on the scale of the bar, and not below nothing', () => {
  const markup = renderToStaticMarkup(
    <WhiskerBar stage="aware" value={5} low={-1} high={8} most={10} width={102} label="Aware" />,
  );
  expect(markup).toContain('M0,8H80');
  expect(numbers(markup, /<rect y="2" width="([\d.]+)"/g)).toEqual([50]);
});

describe('a control chart', () => {
  const words = { title: 'Shortfall', limit: 'limit 3' };
  const plot = (values: number[]) =>
    renderToStaticMarkup(<CusumPlot width={330} values={values} limit={3} words={words} />);

  test('marks the weeks in which the limit was reached, and no other', () => {
    expect(plot([0, 1, 2.9]).match(/r="4.5"/g)).toBeNull();
    expect(plot([0, 3, 4]).match(/r="4.5"/g)).toHaveLength(2);
  });

  test('leaves room above its limit, and grows with what exceeds it', () => {
    const limitAt = (markup: string) => Number(/M30,([\d.]+)H330/.exec(markup)?.[1]);
    expect(limitAt(plot([0, 1]))).toBeGreaterThan(20);
    expect(limitAt(plot([0, 9]))).toBeGreaterThan(limitAt(plot([0, 1])));
  });

  test('has both halves on the same weeks', () => {
    const { x } = weeklyAxis(330, 3);
    const counts = renderToStaticMarkup(
      <WeeklyCounts
        width={330}
        counts={[2, 0, 1]}
        usual={1}
        weeks={['a', 'b', 'c']}
        words={{ title: 'Theirs', usual: 'usual 1 a week' }}
      />,
    );
    expect(numbers(plot([0, 1, 2]), /cx="([\d.]+)"/g)).toEqual([x(0), x(1), x(2)]);
    expect(numbers(counts, /<rect x="([\d.]+)"/g)).toEqual([x(0) - 7, x(2) - 7]);
  });

  test('names as many weeks as have room for their names', () => {
    expect(namedWeeks(330, 13, 56)).toEqual([0, 3, 6, 9, 12]);
    expect(namedWeeks(1030, 13, 56)).toHaveLength(13);
  });
});

describe('the curve of reaching at least so much', () => {
  const draw = (beside: number | null) =>
    renderToStaticMarkup(
      <AtLeastCurve
        width={438}
        curve={[
          { amount: 0, p: 1 },
          { amount: 50, p: 0.5 },
          { amount: 100, p: 0 },
        ]}
        low={10}
        middle={50}
        high={90}
        beside={beside}
        words={{ title: 'c', certain: '100%', half: '50%', none: '0%', low: '$10', middle: '$50', high: '$90' }}
      />,
    );

  test('falls from certain to never, and shades what lies between low and high', () => {
    expect(draw(null)).toContain('M38.0,6.0L234.0,62.0L430.0,118.0');
    expect(draw(null)).toMatch(/<rect x="77.2" y="6" width="313.6"/);
  });

  test('has its middle on the line, also where that lies between two known amounts', () => {
    const off = renderToStaticMarkup(
      <AtLeastCurve
        width={438}
        curve={[
          { amount: 0, p: 1 },
          { amount: 50, p: 0.4 },
          { amount: 100, p: 0 },
        ]}
        low={0}
        middle={25}
        high={90}
        beside={null}
        words={{ title: 'c', certain: '100%', half: '50%', none: '0%', low: '$0', middle: '$25', high: '$90' }}
      />,
    );
    expect(numbers(off, /cy="([\d.]+)"/g)[0]).toBeCloseTo(118 - 0.7 * 112, 5);
  });

  test('holds another amount against it only where it lies on the page', () => {
    expect(draw(60)).toContain('stroke-dasharray="3 3"');
    expect(draw(500)).not.toContain('stroke-dasharray="3 3"');
  });
});
