// What advice draws: the answers in proportion, and what was expected beside what was observed.

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ExpectedObserved } from './ExpectedObserved';
import { ReplyBar } from './ReplyBar';
import { ShiftMark } from './ShiftMark';

const numbers = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].map(([, found]) => Number(found));

describe('the reply bar', () => {
  const parts = [
    { p: 0.6, tone: 'toward' as const },
    { p: 0.4, tone: 'away' as const, came: true },
    { p: 0, tone: 'still' as const },
  ];

  test('gives each answer its share of the width, with a gap between, and none to what cannot be', () => {
    const markup = renderToStaticMarkup(
      <ReplyBar parts={parts.map((part) => ({ ...part, came: false }))} width={100} label="x" />,
    );
    const widths = numbers(markup, / width="([\d.]+)" height="6"/g).slice(1);
    expect(widths).toHaveLength(2);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(99, 6);
    expect((widths[0] ?? 0) - 1.5).toBeCloseTo(1.5 * ((widths[1] ?? 0) - 1.5), 6);
  });

  test('underlines the answer that came', () => {
    const markup = renderToStaticMarkup(<ReplyBar parts={parts} label="x" />);
    expect(numbers(markup, / height="(2)"/g)).toHaveLength(1);
    expect(markup).toContain('opacity="0.4"');
  });
});

describe('expected and observed', () => {
  const drawn = (later: number | null) =>
    renderToStaticMarkup(
      <ExpectedObserved expected={[0.2, 0.4]} observed={[0.2, 0.3, later]} range={[0, 1]} width={110} label="x" />,
    );
  const at = (markup: string) => numbers(markup, /<circle cx="([\d.]+)"/g);

  test('share one scale, before and after', () => {
    expect(at(drawn(null))).toEqual([25, 45, 25, 35]);
  });

  test('go on to a fortnight later, once that is known', () => {
    expect(drawn(null)).not.toContain('H55');
    expect(drawn(0.5)).toContain('H55');
  });

  test('stay on the scale whatever the figures', () => {
    const markup = renderToStaticMarkup(
      <ExpectedObserved expected={[0, 1]} observed={null} range={[0.4, 0.6]} width={110} label="x" />,
    );
    expect(at(markup)).toEqual([5, 105]);
  });
});

describe('a shift', () => {
  test('has a halo to be seen, even where four in five end at one figure', () => {
    const markup = renderToStaticMarkup(
      <ShiftMark before={0.5} after={0.6} halo={{ low: 0.6, high: 0.6 }} width={108} label="x" />,
    );
    const [x = 0, width = 0] = [...numbers(markup, /<rect x="([\d.]+)"/g), ...numbers(markup, / width="(3)"/g)];
    expect(x + width / 2).toBeCloseTo(64, 6);
  });
});
