// What came of each activity, by where the people stood: how it was answered, and how far they had come a fortnight later. Beside
// each figure stands what the model presumes.

import { useQuery } from '@tanstack/react-query';
import { answerWords } from '~/advice/words';
import type { Play, PlayAnswer, Playbook as Plays } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { BUY_STAGES, USE_STAGES } from '~/beliefs/stages';
import { DifferenceMark } from '~/graphics/DifferenceMark';
import { IntervalMark } from '~/graphics/IntervalMark';
import { sentence } from '~/words/title';
import { type LessonFilter, playbookQuery } from './api';
import css from './Lessons.module.css';
import { differenceWords } from './words';

/** The marks reach so far either way. */
const REACH = 0.3;
/** Answers that neither came nor are presumed to are left out. */
const LEAST_SHARE = 0.005;

export function Playbook({ filter }: { filter: LessonFilter }) {
  const { t, f } = useWords();
  const query = useQuery(playbookQuery(filter));
  if (query.isPending) return <Waiting />;
  if (query.isError) {
    return <Failure what={t('playbook.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  }
  const { deals, attempts, plays } = query.data;
  if (plays.length === 0) return <Empty sentence={t('playbook.none')} />;
  return (
    <div data-stale={query.isPlaceholderData || undefined}>
      <header className={css.head}>
        <h2 className={css.finding}>
          {t('playbook.over', { count: attempts, attempts: f.count(attempts), deals: f.count(deals) })}
        </h2>
        <p className={css.rule}>{t('playbook.rule')}</p>
      </header>
      {byAction(query.data).map(({ action, tried, rows }) => (
        <section key={action} className={css.part} aria-label={sentence(t, `action.${action}`)}>
          <h3 className={css.title}>
            {sentence(t, `action.${action}`)} <span>{t('playbook.tried', { count: tried })}</span>
          </h3>
          <ActionTable plays={rows} />
        </section>
      ))}
    </div>
  );
}

const ORDER = [...BUY_STAGES, ...USE_STAGES.filter((stage) => stage !== 'blocked')];

/** The actions most tried first; under each the stages as they follow one another. */
function byAction({ plays }: Plays): { action: string; tried: number; rows: Play[] }[] {
  const groups = Map.groupBy(plays, ({ action }) => action);
  return [...groups]
    .map(([action, rows]) => ({
      action,
      tried: rows.reduce((sum, row) => sum + row.tried, 0),
      rows: rows.toSorted((a, b) => ORDER.indexOf(a.stage) - ORDER.indexOf(b.stage)),
    }))
    .sort((a, b) => b.tried - a.tried);
}

function ActionTable({ plays }: { plays: readonly Play[] }) {
  const { t } = useWords();
  return (
    <table className={`${css.table} ${css.plays}`}>
      <thead>
        <tr>
          <th scope="col">{t('playbook.stood')}</th>
          <th scope="col" className={css.end}>
            {t('playbook.times')}
          </th>
          <th scope="col">{t('playbook.answers')}</th>
          <th scope="col" className={css.end}>
            {t('playbook.carried')}
          </th>
        </tr>
      </thead>
      <tbody>
        {plays.map((play) => (
          <PlayRow key={play.stage} play={play} />
        ))}
      </tbody>
    </table>
  );
}

function PlayRow({ play: { stage, tried, answers, carried } }: { play: Play }) {
  const { t, f } = useWords();
  const shown = answers.filter(({ count, presumed }) => count > 0 || presumed >= LEAST_SHARE);
  return (
    <tr>
      <td>
        <span className={css.stage}>
          <span className={css.dot} style={{ background: `var(--state-${stage})` }} />
          {t(`state.${stage}`)}
        </span>
      </td>
      <td className={css.end}>{f.count(tried)}</td>
      <td>
        <ul className={css.answers}>
          {shown.map((answer) => (
            <AnswerItem key={`${answer.answer} ${answer.reply}`} answer={answer} />
          ))}
        </ul>
      </td>
      <td className={css.end}>
        {carried ? (
          <span className={css.carried}>
            <span data-wide>
              <DifferenceMark
                value={carried.estimate}
                low={carried.low}
                high={carried.high}
                beside={carried.presumed}
                reach={REACH}
                width={96}
                label={t('playbook.carried_words', {
                  change: differenceWords(t, f, { value: carried.estimate, low: carried.low, high: carried.high }),
                  presumed: f.change(carried.presumed),
                  known: f.count(carried.known),
                })}
              />
            </span>
            <span className={text.nowrap}>{t('lessons.pp', { difference: f.change(carried.estimate) })}</span>
          </span>
        ) : (
          <span className={text.third}>–</span>
        )}
      </td>
    </tr>
  );
}

function AnswerItem({ answer }: { answer: PlayAnswer }) {
  const { t, f } = useWords();
  const { share, low, high, presumed, count } = answer;
  const name = answerWords(t, answer);
  const label = t('playbook.answer_words', {
    answer: name,
    share: f.percent(share),
    low: f.percent(low),
    high: f.percent(high),
    count: f.count(count),
    presumed: f.percent(presumed),
  });
  return (
    <li className={css.answer} title={label}>
      <span>{name}</span>
      <IntervalMark value={share} low={low} high={high} beside={presumed} width={56} label={label} />
      <span className={css.share}>{f.percent(share)}</span>
    </li>
  );
}
