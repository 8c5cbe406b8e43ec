// After the order: how far the people, weighed by their power, have come in using what they bought.

import type { StageShare } from '~/api/types';
import { useWords } from '~/app/i18n';
import { StateBar } from '~/graphics/StateBar';
import css from './UsePanel.module.css';

export function UsePanel({ shares }: { shares: StageShare[] }) {
  const { t, f } = useWords();
  const words = shares.map(({ stage, p }) =>
    t('state.with_chance', { state: t(`state.${stage}`), chance: f.percent(p) }),
  );
  return (
    <section className={css.panel} aria-label={t('use.title')}>
      <p className={css.sentence}>{t('gap.in_use')}</p>
      {shares.length > 0 && (
        <>
          <StateBar shares={shares} width={WIDTH} height={14} label={words.join(t('common.list_gap'))} />
          <ul className={css.legend} aria-hidden="true">
            {shares.map(({ stage, p }) => (
              <li key={stage}>
                <span className={css.dot} style={{ background: `var(--state-${stage})` }} />
                {t(`state.${stage}`)} {f.percent(p)}
              </li>
            ))}
          </ul>
          <p className={css.basis}>{t('use.basis')}</p>
        </>
      )}
    </section>
  );
}

const WIDTH = 560;
