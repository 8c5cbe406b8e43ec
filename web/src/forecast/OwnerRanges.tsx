// What each owner's deals will bring: a row each, on one scale per currency, so that ranges can be held side by side.

import type { OwnerForecast } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Avatar } from '~/app/shared/Avatar';
import text from '~/app/text.module.css';
import { IntervalMark } from '~/graphics/IntervalMark';
import css from './Forecast.module.css';

export function OwnerRanges({ owners }: { owners: readonly OwnerForecast[] }) {
  const { t, f } = useWords();
  if (owners.length === 0) return null;
  const mostOf = (currency: string) =>
    Math.max(1, ...owners.filter((owner) => owner.currency === currency).map((owner) => owner.p90_minor));
  return (
    <section className={css.part}>
      <h2 className={css.title}>{t('forecast.owners')}</h2>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('table.owner')}</th>
            <th scope="col" className={css.end}>
              {t('forecast.deals_head')}
            </th>
            <th scope="col" data-wide>
              {t('control.interval')}
            </th>
            <th scope="col" className={css.end}>
              {t('forecast.p10')}
            </th>
            <th scope="col" className={css.end}>
              {t('forecast.p50')}
            </th>
            <th scope="col" className={css.end}>
              {t('forecast.p90')}
            </th>
          </tr>
        </thead>
        <tbody>
          {owners.map(({ owner, currency, deals, p10_minor: low, p50_minor: middle, p90_minor: high }) => {
            const money = (minor: number) => f.money({ minor, currency });
            const share = (minor: number) => minor / mostOf(currency);
            return (
              <tr key={`${owner.id}-${currency}`}>
                <td>
                  <span className={css.person}>
                    <Avatar name={owner.name} size={20} />
                    <span className={text.clip}>{owner.name}</span>
                  </span>
                </td>
                <td className={css.end}>{f.count(deals)}</td>
                <td data-wide>
                  <IntervalMark
                    width={220}
                    value={share(middle)}
                    low={share(low)}
                    high={share(high)}
                    label={t('forecast.range', { low: money(low), high: money(high) })}
                  />
                </td>
                <td className={`${css.end} ${text.second}`}>{money(low)}</td>
                <td className={`${css.end} ${text.medium}`}>{money(middle)}</td>
                <td className={`${css.end} ${text.second}`}>{money(high)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
