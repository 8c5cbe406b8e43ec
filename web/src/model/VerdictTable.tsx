// How later deals judged: the model in force against those that learned, and whether the difference is more than chance.

import type { LearningVerdict } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { GainMark } from '~/graphics/GainMark';
import { gainsOf } from './gains';
import css from './Learning.module.css';

export function VerdictTable({ verdict }: { verdict: LearningVerdict }) {
  const { t, f } = useWords();
  const { deals, won, forecasts, champion } = verdict;
  const { gains, range } = gainsOf(verdict);
  return (
    <section>
      <p className={`${text.small} ${text.second}`}>
        {t('learning.judged', { deals: f.count(deals), won: f.count(won), forecasts: f.count(forecasts) })}
      </p>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('learning.who')}</th>
            <th scope="col" className={css.end}>
              {t('learning.brier')}
            </th>
            <th scope="col" colSpan={2}>
              {t('learning.gain')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{t('learning.champion')}</td>
            <td className={css.end}>{f.figure(champion)}</td>
            <td />
            <td />
          </tr>
          {gains.map(({ challenger, brier, gain, error, low, high, isBetter }) => {
            const who = t(`learning.challenger.${challenger}`);
            const said = t('learning.gain_value', { gain: f.signedFigure(gain), error: f.figure(error) });
            return (
              <tr key={challenger}>
                <td className={isBetter ? text.medium : ''}>{who}</td>
                <td className={css.end}>{f.figure(brier)}</td>
                <td className={css.nowrap}>{said}</td>
                <td>
                  <GainMark
                    gain={gain}
                    low={low}
                    high={high}
                    range={range}
                    label={t('learning.gain_mark', {
                      who,
                      gain: f.signedFigure(gain),
                      low: f.signedFigure(low),
                      high: f.signedFigure(high),
                    })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={`${text.tiny} ${text.third}`}>
        {[t('learning.brier_does'), t('learning.by_chance')].join(t('common.sentence_gap'))}
      </p>
    </section>
  );
}
