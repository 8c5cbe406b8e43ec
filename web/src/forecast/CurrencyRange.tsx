// What one currency will bring: the middle, the range of four in five futures, and the curve they are read off.

import { useElementSize } from '@mantine/hooks';
import type { CurrencyForecast, Forecast } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { AtLeastCurve } from '~/graphics/AtLeastCurve';
import { TableTwin } from '~/graphics/TableTwin';
import css from './Forecast.module.css';
import { TermsButton } from './TermsButton';

export function CurrencyRange({ forecast, total }: { forecast: Forecast; total: CurrencyForecast }) {
  const { t, f } = useWords();
  const { ref, width } = useElementSize();
  const money = (minor: number) => f.money({ minor, currency: total.currency });
  const { p10_minor: low, p50_minor: middle, p90_minor: high, sum_minor: sum, curve } = total;
  const title = t('forecast.curve', { currency: total.currency });
  return (
    <section className={css.currency} aria-label={t('forecast.by', { day: f.fullDay(forecast.until) })}>
      <div className={css.finding}>
        <h2 className={css.by}>
          {t('forecast.by', { day: f.fullDay(forecast.until) })}
          <span className={text.third}>{t('forecast.deals', { count: total.deals })}</span>
        </h2>
        <div className={css.figure}>{money(middle)}</div>
        <p className={css.sentence}>
          {middle > 0
            ? t('forecast.finding', { middle: money(middle), low: money(low), high: money(high) })
            : t('forecast.finding_none', { high: money(high) })}
        </p>
        <dl className={css.figures}>
          {(
            [
              ['p10', low],
              ['p50', middle],
              ['p90', high],
            ] as const
          ).map(([name, minor]) => (
            <div key={name}>
              <dt title={t(`forecast.${name}_words`)}>{t(`forecast.${name}`)}</dt>
              <dd>{money(minor)}</dd>
            </div>
          ))}
        </dl>
        <TermsButton forecast={forecast} total={total} />
        <p className={`${text.small} ${text.third} ${css.bare}`}>{t('forecast.bare_sum', { sum: money(sum) })}</p>
      </div>
      <div className={css.curve}>
        <div className={`${text.tiny} ${text.third}`}>{title}</div>
        <div ref={ref}>
          {width > 0 && (
            <AtLeastCurve
              width={width}
              curve={curve.map(({ at_least_minor: amount, p }) => ({ amount, p }))}
              low={low}
              middle={middle}
              high={high}
              beside={sum}
              words={{
                title,
                certain: '100%',
                half: '50%',
                none: '0%',
                low: money(low),
                middle: money(middle),
                high: money(high),
              }}
            />
          )}
        </div>
        <TableTwin
          caption={title}
          head={[t('forecast.at_least'), t('forecast.chance')]}
          rows={curve.map(({ at_least_minor: minor, p }) => [money(minor), f.percent(p)])}
        />
      </div>
    </section>
  );
}
