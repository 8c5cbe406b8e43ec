// How later deals judged: the model in force against those that learned, and whether the difference is more than chance.

import type { LearningVerdict } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { GainMark } from '~/graphics/GainMark';
import { gainsOf } from './gains';
import css from './Learning.module.css';

export function VerdictTable({ verdict }: { verdict: LearningVerdict }) {
  const { t, f } = useWords();
  const { deals, won, forecasts, champion, calibration } = verdict;
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
            <th scope="col">{t('learning.gain')}</th>
            <th scope="col" className={css.end}>
              {t('learning.says')}
            </th>
            <th scope="col" className={css.end}>
              {t('learning.slope')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{t('learning.champion')}</td>
            <td className={css.end}>{f.figure(champion)}</td>
            <td />
            <Meaning calibration={calibration} />
          </tr>
          {gains.map(({ challenger, brier, calibration, gain, error, low, high, isBetter }) => {
            const who = t(`learning.challenger.${challenger}`);
            const said = t('learning.gain_value', { gain: f.signedFigure(gain), error: f.figure(error) });
            return (
              <tr key={challenger}>
                <td className={isBetter ? text.medium : ''}>{who}</td>
                <td className={css.end}>{f.figure(brier)}</td>
                <td>
                  <span className={css.nowrap}>{said}</span>
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
                <Meaning calibration={calibration} />
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={`${text.tiny} ${text.third}`}>
        {[
          t('learning.brier_does'),
          t('learning.by_chance'),
          t('learning.says_does', { share: f.percent(won / deals) }),
          t('learning.slope_does'),
        ].join(t('common.sentence_gap'))}
      </p>
    </section>
  );
}

/** Whether chances mean what they say: their mean, and how outcomes follow them. */
function Meaning({ calibration: { mean, slope } }: { calibration: LearningVerdict['calibration'] }) {
  const { t, f } = useWords();
  return (
    <>
      <td className={css.end}>{f.percent(mean)}</td>
      <td className={css.end}>{slope === null ? t('learning.slope_none') : f.figure(Math.round(slope * 100) / 100)}</td>
    </>
  );
}
