// What changed this week: the deals whose chance to win moved most, each with the record that moved it.

import { Link } from '@tanstack/react-router';
import type { ControlBoard, WeekChange } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { titleSentence } from '~/words/title';
import css from './WeekPanel.module.css';

export function WeekPanel({ board }: { board: Pick<ControlBoard, 'changes' | 'risen' | 'fallen'> }) {
  const { t, f } = useWords();
  return (
    <section aria-label={t('week.title')}>
      <header className={css.head}>
        <h2 className={css.title}>{t('week.title')}</h2>
        <span className={`${text.tiny} ${text.third}`}>
          {t('week.tally', { up: f.count(board.risen), down: f.count(board.fallen) })}
        </span>
      </header>
      {board.changes.length === 0 && <p className={`${text.small} ${text.second}`}>{t('week.none')}</p>}
      <ul className={css.list}>
        {board.changes.map((change) => (
          <ChangeLine key={change.opportunity.id} change={change} />
        ))}
      </ul>
    </section>
  );
}

function ChangeLine({ change: { opportunity, organization, change, p, because } }: { change: WeekChange }) {
  const { t, f } = useWords();
  const tone = change >= 0 ? 'toward' : 'away';
  return (
    <li className={css.line}>
      <span className={`${css.arrow} ${text[tone]}`} aria-hidden="true">
        {change >= 0 ? '▲' : '▼'}
      </span>
      <div className={css.words}>
        <div className={css.top}>
          <Link
            to="/deals/$dealId"
            params={{ dealId: opportunity.id }}
            className={`${text.medium} ${text.clip}`}
            title={opportunity.name}
          >
            {organization.name}
          </Link>
          <span className={`${text.small} ${text.medium} ${text[tone]} ${text.nowrap}`}>
            {t('week.change', { change: f.change(change) })}
          </span>
          <span className={`${text.small} ${text.third} ${text.nowrap}`}>
            {t('week.now', { chance: f.percent(p) })}
          </span>
        </div>
        <div className={`${text.small} ${text.second}`}>
          {because
            ? t('week.because', { person: because.person.name, words: titleSentence(t, because.title) })
            : t('week.quiet')}
        </div>
      </div>
    </li>
  );
}
