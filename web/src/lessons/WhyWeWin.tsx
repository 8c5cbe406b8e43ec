// What goes with winning: for each thing a deal had to it, how many were won with it and without it, and how sure the difference is.

import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lesson, Lessons } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { DifferenceMark } from '~/graphics/DifferenceMark';
import { type LessonFilter, lessonsQuery } from './api';
import { DealsBehind } from './DealsBehind';
import css from './Lessons.module.css';
import { differenceWords, featureName, shareWon } from './words';

/** From so many closed deals on, a difference of shares begins to mean something. */
const MANY_DEALS = 50;
/** The marks reach so far either way: beyond it shares hardly ever lie apart. */
const REACH = 0.5;

export function WhyWeWin({ filter }: { filter: LessonFilter }) {
  const { t } = useWords();
  const query = useQuery(lessonsQuery(filter));
  if (query.isPending) return <Waiting />;
  if (query.isError) {
    return <Failure what={t('lessons.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  }
  const { won, lost, no_decision: undecided } = query.data;
  if (won + lost + undecided === 0) return <Empty sentence={t('lessons.none')} />;
  return (
    <div data-stale={query.isPlaceholderData || undefined}>
      <Ended lessons={query.data} />
      <Table lessons={query.data.lessons} filter={filter} />
    </div>
  );
}

function Ended({ lessons: { won, lost, no_decision: undecided } }: { lessons: Lessons }) {
  const { t, f } = useWords();
  const all = won + lost + undecided;
  const parts = [
    { outcome: 'won', count: won },
    { outcome: 'lost', count: lost },
    { outcome: 'no_decision', count: undecided },
  ] as const;
  return (
    <header className={css.head}>
      <h2 className={css.finding}>{t('lessons.ended', { count: all, won: f.count(won) })}</h2>
      <div className={css.outcomes} aria-hidden="true">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ outcome, count }) => (
            <span key={outcome} data-outcome={outcome} style={{ flexGrow: count }} />
          ))}
      </div>
      <ul className={css.legend}>
        {parts.map(({ outcome, count }) => (
          <li key={outcome}>
            <span className={css.dot} data-outcome={outcome} />
            {t(`outcome.${outcome}`)} {f.count(count)}
          </li>
        ))}
      </ul>
      <p className={css.warning}>
        {all < MANY_DEALS && <b>{t('lessons.few_deals', { count: all })} </b>}
        {t('lessons.warning')}
      </p>
    </header>
  );
}

function Table({ lessons, filter }: { lessons: readonly Lesson[]; filter: LessonFilter }) {
  const { t } = useWords();
  const [behind, show] = useState<Lesson | null>(null);
  const [shown, setShown] = useState(false);
  const ask = (lesson: Lesson) => {
    show(lesson);
    setShown(true);
  };
  const [opened, open] = useState(false);
  const told = lessons.filter(({ few }) => !few);
  const few = lessons.filter((lesson) => lesson.few);
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('lessons.feature')}</th>
            <th scope="col" className={css.end}>
              {t('lessons.with')}
            </th>
            <th scope="col" className={css.end}>
              {t('lessons.without')}
            </th>
            <th scope="col" data-wide>
              <span className={css.scale}>
                <span>{t('lessons.goes_with_losing')}</span>
                <span>{t('lessons.goes_with_winning')}</span>
              </span>
            </th>
            <th scope="col" className={css.end}>
              {t('lessons.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {told.map((lesson) => (
            <Row key={`${lesson.kind} ${lesson.name}`} lesson={lesson} onAsk={() => ask(lesson)} />
          ))}
          {told.length === 0 && (
            <tr>
              <td colSpan={5} className={text.second}>
                {t('lessons.nothing_told')}
              </td>
            </tr>
          )}
          {few.length > 0 && (
            <tr>
              <td colSpan={5}>
                <UnstyledButton className={css.few} aria-expanded={opened} onClick={() => open(!opened)}>
                  {t(opened ? 'lessons.hide_few' : 'lessons.show_few', { count: few.length })}
                </UnstyledButton>
              </td>
            </tr>
          )}
          {opened &&
            few.map((lesson) => (
              <Row key={`${lesson.kind} ${lesson.name}`} lesson={lesson} onAsk={() => ask(lesson)} />
            ))}
        </tbody>
      </table>
      {behind && <DealsBehind lesson={behind} filter={filter} opened={shown} onClose={() => setShown(false)} />}
    </>
  );
}

function Row({ lesson, onAsk }: { lesson: Lesson; onAsk: () => void }) {
  const { t, f } = useWords();
  const { with_won: withWon, with_all: withAll, without_won: withoutWon, without_all: withoutAll, few } = lesson;
  const { difference: value, low, high } = lesson;
  const words = differenceWords(t, f, { value, low, high });
  return (
    <tr data-few={few || undefined}>
      <td>
        <UnstyledButton className={css.feature} onClick={onAsk}>
          {featureName(t, lesson)}
        </UnstyledButton>
        <div className={`${text.small} ${text.third}`}>{t(`lessons.kind.${lesson.kind}`)}</div>
      </td>
      <td className={css.end}>{shareWon(t, f, withWon, withAll)}</td>
      <td className={css.end}>{shareWon(t, f, withoutWon, withoutAll)}</td>
      <td data-wide>
        <DifferenceMark value={value} low={low} high={high} reach={REACH} width={220} label={words} />
      </td>
      <td className={css.end}>
        {few ? (
          <span className={text.third}>{t('lessons.too_few')}</span>
        ) : (
          <>
            <div className={text.medium}>{t('lessons.pp', { difference: f.change(value) })}</div>
            <div className={`${text.small} ${text.third} ${text.nowrap}`}>
              {t('lessons.between', { low: f.change(low), high: f.change(high) })}
            </div>
          </>
        )}
      </td>
    </tr>
  );
}
