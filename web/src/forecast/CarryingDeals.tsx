// The deals that carry the forecast, the weightiest first: how much, and how probable it is to be won by then.

import { Link } from '@tanstack/react-router';
import type { Forecast, ForecastDeal } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Avatar } from '~/app/shared/Avatar';
import { Tile } from '~/app/shared/Tile';
import text from '~/app/text.module.css';
import { winWords } from '~/control/cells';
import { IntervalMark } from '~/graphics/IntervalMark';
import css from './Forecast.module.css';

export function CarryingDeals({ forecast }: { forecast: Forecast }) {
  const { t, f } = useWords();
  if (forecast.deals.length === 0) return null;
  return (
    <section className={css.part}>
      <h2 className={css.title}>{t('forecast.carrying')}</h2>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('table.deal')}</th>
            <th scope="col" data-wide>
              {t('table.owner')}
            </th>
            <th scope="col" className={css.end}>
              {t('table.amount')}
            </th>
            <th scope="col" data-wide>
              {t('control.win')}
            </th>
            <th scope="col" className={css.end}>
              {t('forecast.won_by', { day: f.day(forecast.until) })}
            </th>
            <th scope="col" className={css.end} data-wide>
              {t('forecast.close')}
            </th>
          </tr>
        </thead>
        <tbody>
          {forecast.deals.map((deal) => (
            <DealLine key={deal.opportunity.id} deal={deal} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DealLine({ deal }: { deal: ForecastDeal }) {
  const { t, f } = useWords();
  const { opportunity, organization, owner, amount, win, won_by: wonBy, expected_close: close } = deal;
  return (
    <tr>
      <td>
        <span className={css.person}>
          <Tile id={organization.id} name={organization.name} />
          <Link to="/deals/$dealId" params={{ dealId: opportunity.id }} className={css.deal ?? ''}>
            <span className={text.medium}>{organization.name}</span>{' '}
            <span className={text.second}>{opportunity.name}</span>
          </Link>
        </span>
      </td>
      <td data-wide>
        <span className={css.person}>
          <Avatar name={owner.name} size={19} />
          <span className={text.clip}>{owner.name}</span>
        </span>
      </td>
      <td className={css.end}>{f.money(amount)}</td>
      <td data-wide>
        <span className={css.person}>
          <IntervalMark width={90} value={win.p} low={win.low} high={win.high} label={winWords({ t, f }, win)} />
          <span className={win.enough ? undefined : text.third}>
            {win.enough ? f.percent(win.p) : t('control.win_unsure')}
          </span>
        </span>
      </td>
      <td className={`${css.end} ${text.medium}`}>{f.percent(wonBy)}</td>
      <td className={`${css.end} ${text.second}`} data-wide>
        {close ? f.day(close) : '–'}
      </td>
    </tr>
  );
}
