// Why? The average of all futures, taken apart: each deal's amount times its chance, adding up to the total.

import { Popover, UnstyledButton } from '@mantine/core';
import type { CurrencyForecast, Forecast } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import css from './TermsButton.module.css';
import { termsOf } from './terms';

const SHOWN = 12;

export function TermsButton({ forecast, total }: { forecast: Forecast; total: CurrencyForecast }) {
  const { t, f } = useWords();
  const money = (minor: number) => f.money({ minor, currency: total.currency });
  const { lines, rest, others } = termsOf(total, forecast.deals);
  const shown = lines.slice(0, SHOWN);
  const hidden = lines.slice(SHOWN);
  const left = rest + hidden.reduce((sum, { minor }) => sum + minor, 0);
  const count = others + hidden.length;
  return (
    <Popover width={420} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={css.why}>
          {t('forecast.average', { amount: money(total.mean_minor) })}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={`${text.small} ${css.lead}`}>{t('forecast.terms_lead')}</p>
        <table className={css.terms}>
          <tbody>
            {shown.map(({ deal, minor }) => (
              <tr key={deal.opportunity.id}>
                <td className={css.deal}>{deal.organization.name}</td>
                <td className={css.product}>
                  {f.money(deal.amount)} × {f.percent(deal.won_by)}
                </td>
                <td className={css.amount}>{money(minor)}</td>
              </tr>
            ))}
            {(count > 0 || Math.abs(left) >= 100) && (
              <tr>
                <td colSpan={2} className={text.second}>
                  {count > 0 ? t('forecast.terms_rest', { count }) : t('forecast.terms_luck')}
                </td>
                <td className={css.amount}>
                  {left < 0 ? '−' : ''}
                  {money(Math.abs(left))}
                </td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>{t('forecast.terms_total', { draws: f.count(forecast.draws) })}</td>
              <td className={css.amount}>{money(total.mean_minor)}</td>
            </tr>
          </tfoot>
        </table>
      </Popover.Dropdown>
    </Popover>
  );
}
