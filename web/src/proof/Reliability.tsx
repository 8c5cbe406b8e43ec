// Whether the chances mean what they say: of deals that were given 30 %, did three of ten come in?

import { SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import type { ProofTrial } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { ReliabilityPlot } from '~/graphics/ReliabilityPlot';
import { TableTwin } from '~/graphics/TableTwin';
import css from './Proof.module.css';
import { type Age, contestOf, type Way } from './reading';

const WAYS: readonly Way[] = ['shown', 'corrected'];

export function Reliability({ trial, age }: { trial: ProofTrial; age: Age }) {
  const { t, f } = useWords();
  const { ref, width } = useElementSize();
  const [way, setWay] = useState<Way>('shown');
  const { model, challenger } = contestOf(trial, age, way);
  const rows = [
    ...model.curve.map((bin) => ({ bin, name: t(`proof.way.${way}`) })),
    ...challenger.curve.map((bin) => ({ bin, name: t('proof.way.challenger') })),
  ];
  return (
    <section className={css.reliability} aria-label={t('proof.reliability')}>
      <h3 className={css.title}>{t('proof.reliability')}</h3>
      <p className={`${text.small} ${text.third}`}>{t('proof.reliability_is')}</p>
      <SegmentedControl
        aria-label={t('proof.which')}
        value={way}
        onChange={setWay}
        data={WAYS.map((value) => ({ value, label: t(`proof.way.${value}`) }))}
      />
      <div ref={ref} className={css.plot}>
        {width > 0 && (
          <ReliabilityPlot
            width={width}
            bins={model.curve}
            beside={challenger.curve}
            words={{ title: t('proof.reliability'), forecast: t('proof.said'), observed: t('proof.came') }}
          />
        )}
      </div>
      <ul className={`${text.small} ${css.legend}`} aria-hidden="true">
        <li>
          <span className={css.dot} data-own />
          {t(`proof.way.${way}`)}
        </li>
        <li>
          <span className={css.dot} />
          {t('proof.way.challenger')}
        </li>
        <li>
          <span className={css.dash} />
          {t('proof.perfect')}
        </li>
      </ul>
      <TableTwin
        caption={t('proof.reliability')}
        head={[t('proof.forecasts'), t('proof.said'), t('proof.came'), t('proof.range'), t('proof.count')]}
        rows={rows.map(({ bin, name }) => [
          name,
          f.percent(bin.forecast),
          f.percent(bin.observed),
          t('proof.from_to', { low: f.percent(bin.low), high: f.percent(bin.high) }),
          f.count(bin.count),
        ])}
      />
    </section>
  );
}
