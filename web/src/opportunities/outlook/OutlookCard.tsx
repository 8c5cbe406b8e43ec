// When it will be decided, and how: the close that is expected beside the day written down, and what each month may bring.

import type { Day, Outlook } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { OutcomesByDay } from '~/graphics/OutcomesByDay';
import { RangeMark } from '~/graphics/RangeMark';
import { TableTwin } from '~/graphics/TableTwin';
import { closingAxis } from './closing';
import css from './OutlookCard.module.css';

const WIDTH = 404;
const OUTCOMES = ['won', 'lost', 'no_decision'] as const;

export function OutlookCard({ outlook, asOf }: { outlook: Outlook; asOf: Day }) {
  const { t, f } = useWords();
  const { closing, by, expected_close: recorded, by_expected_close: chance } = outlook;
  const last = by.at(-1);
  return (
    <article className={css.card}>
      {closing && (
        <section>
          <h2 className={css.title}>{t('outlook.closes', { day: f.day(closing.middle) })}</h2>
          <p className={`${text.small} ${text.second}`}>
            {t('outlook.between', { early: f.day(closing.early), late: f.day(closing.late) })}
          </p>
          <div className={css.range}>
            <RangeMark
              {...closingAxis(closing, recorded, asOf)}
              width={WIDTH}
              label={t('outlook.between', { early: f.day(closing.early), late: f.day(closing.late) })}
            />
          </div>
          {recorded && (
            <p className={text.small}>
              <span className={css.flag} /> {t('outlook.recorded', { day: f.day(recorded) })}
              {chance !== null && (
                <b>
                  {t('common.sentence_gap')}
                  {t('outlook.won_by_then', { chance: f.percent(chance) })}
                </b>
              )}
            </p>
          )}
        </section>
      )}
      {last && (
        <section className={css.chart}>
          <h2 className={css.title}>{t('outlook.by')}</h2>
          <p className={`${text.small} ${text.third}`}>{t('outlook.by_words')}</p>
          <div className={css.columns}>
            <OutcomesByDay
              columns={by.map(({ won, lost, no_decision: undecided }) => ({ won, lost, undecided }))}
              width={WIDTH}
              label={t('outlook.by')}
            />
          </div>
          <div className={`${text.tiny} ${text.third} ${css.ends}`} aria-hidden="true">
            <span>{f.day(by[0]?.day ?? last.day)}</span>
            <span>{f.day(last.day)}</span>
          </div>
          <ul className={css.legend}>
            {OUTCOMES.map((outcome) => (
              <li key={outcome}>
                <span className={css.dot} data-outcome={outcome} />
                {t('outlook.share', { outcome: t(`outcome.${outcome}`), chance: f.percent(last[outcome]) })}
              </li>
            ))}
            <li>
              <span className={css.dot} />
              {t('outlook.share', {
                outcome: t('outlook.open'),
                chance: f.percent(1 - last.won - last.lost - last.no_decision),
              })}
            </li>
          </ul>
          <TableTwin
            caption={t('outlook.by')}
            head={[t('trajectory.day'), ...OUTCOMES.map((outcome) => t(`outcome.${outcome}`))]}
            rows={by.map((column) => [f.fullDay(column.day), ...OUTCOMES.map((outcome) => f.percent(column[outcome]))])}
          />
        </section>
      )}
    </article>
  );
}
