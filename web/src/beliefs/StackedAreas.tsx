// Stacked areas over time by ECharts: loaded only where a page shows one. Colours are read from the tokens.

import { useComputedColorScheme } from '@mantine/core';
import { LineChart } from 'echarts/charts';
import { AxisPointerComponent, GridComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Day } from '~/api/types';
import { chartMargins } from './ChartWords';
import css from './StateOverTime.module.css';
import type { Panel } from './trajectory';

use([LineChart, GridComponent, AxisPointerComponent, SVGRenderer]);

interface Props {
  days: readonly Day[];
  panels: readonly Panel[];
  width: number;
  height: number;
  onHover: (index: number | null) => void;
}

export default function StackedAreas({ days, panels, width, height, onHover }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const hover = useRef(onHover);
  hover.current = onHover;
  const scheme = useComputedColorScheme();

  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current, null, { renderer: 'svg' });
    chart.current = made;
    made.on('updateAxisPointer', (event) => {
      const { dataIndex } = event as { dataIndex?: number };
      if (dataIndex !== undefined) hover.current(dataIndex);
    });
    made.on('globalout', () => hover.current(null));
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(box.current);
    return () => {
      watcher.disconnect();
      made.dispose();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new scheme changes what the tokens resolve to
  useEffect(() => {
    if (box.current) chart.current?.setOption(optionFor(days, panels, { width, height }, tokens(box.current)), true);
  }, [days, panels, width, height, scheme]);

  return <div ref={box} className={css.areas} aria-hidden="true" />;
}

interface Size {
  width: number;
  height: number;
}

type Token = (name: string) => string;

function tokens(element: Element): Token {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}

function optionFor(days: readonly Day[], panels: readonly Panel[], size: Size, token: Token) {
  const margins = chartMargins(size.width);
  const gap = 14;
  const height = (size.height - margins.top - margins.bottom - gap * (panels.length - 1)) / panels.length;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    animation: !still,
    animationDuration: 240,
    animationDurationUpdate: 240,
    axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: token('text-3'), type: 'solid' as const } },
    grid: panels.map((_, index) => ({
      left: margins.left,
      right: margins.right,
      top: margins.top + index * (height + gap),
      height,
    })),
    xAxis: panels.map((_, index) => ({
      type: 'time' as const,
      gridIndex: index,
      min: days[0] ?? '',
      max: days.at(-1) ?? '',
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { show: false },
      splitLine: { show: false },
      axisPointer: { show: true, snap: true, label: { show: false } },
    })),
    yAxis: panels.map((_, index) => ({ type: 'value' as const, gridIndex: index, min: 0, max: 1, show: false })),
    series: panels.flatMap((panel, index) =>
      panel.bands.map((band) => ({
        type: 'line' as const,
        name: band.key,
        stack: `${panel.id}:${band.key.split(':')[0]}`,
        xAxisIndex: index,
        yAxisIndex: index,
        symbol: 'none',
        silent: true,
        data: days.map((day, at) => [day, band.values[at] ?? null]),
        lineStyle: { width: 0.8, color: token('surface') },
        areaStyle: { color: token(band.tone), opacity: 1 },
      })),
    ),
  };
}
