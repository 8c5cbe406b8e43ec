// Numbers in, a picture out: what the small graphics draw, read back from their markup.

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { EvidenceMarks } from './EvidenceMarks';
import { PersonGlyph } from './PersonGlyph';
import { Sparkline, trendTone } from './Sparkline';
import { StateBar } from './StateBar';
import { WaterfallBar } from './WaterfallBar';

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
