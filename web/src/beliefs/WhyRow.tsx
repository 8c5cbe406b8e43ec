// One row of the sum: when (if it has a day), what, the bar, the points.

import type { ReactNode } from 'react';
import { useWords } from '~/app/i18n';
import type { Span } from '~/graphics/ruler';
import { type Domain, WaterfallBar } from '~/graphics/WaterfallBar';
import css from './WhyRow.module.css';

interface Props {
  when?: string;
  shown: number;
  bar: Span;
  domain: Domain;
  tone: 'toward' | 'away' | 'still';
  children: ReactNode;
}

export function WhyRow({ when, shown, bar, domain, tone, children }: Props) {
  const { f } = useWords();
  return (
    <div className={css.row} data-dated={when !== undefined || undefined}>
      {when !== undefined && <span className={css.when}>{when}</span>}
      {children}
      <WaterfallBar bar={bar} domain={domain} tone={tone} />
      <span className={css.points} data-tone={tone}>
        {f.points(shown)}
      </span>
    </div>
  );
}
