// What an activity was expected to change beside what the records say it did: person by person, for the chance to win, and
// the answer that came among those that were expected.

import { useQuery } from '@tanstack/react-query';
import { around } from '~/advice/scale';
import { answerWords, measureWords, replyParts, shiftWords } from '~/advice/words';
import type { Activity, ActivityEffect } from '~/api/types';
import { type Translate, useWords } from '~/app/i18n';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { ExpectedObserved } from '~/graphics/ExpectedObserved';
import { ReplyBar } from '~/graphics/ReplyBar';
import { TableTwin } from '~/graphics/TableTwin';
import type { Format } from '~/words/format';
import { targetName } from '~/words/headline';
import { effectQuery } from './api';
import css from './EffectPanel.module.css';
import { tapWords } from './words';

export function EffectPanel({ activity }: { activity: Activity }) {
  const { t } = useWords();
  const effect = useQuery(effectQuery(activity.opportunity.id, activity.id));
  if (effect.isPending) return <Waiting rows={2} height={26} />;
  if (effect.isError)
    return <Failure what={t('effect.failed')} error={effect.error} onRetry={() => void effect.refetch()} />;
  if (!effect.data.expected) return <p className={`${text.small} ${text.third}`}>{t('effect.none_expected')}</p>;
  return <Effect activity={activity} effect={effect.data} />;
}

function Effect({ activity, effect }: { activity: Activity; effect: ActivityEffect }) {
  const { t, f } = useWords();
  const { expected } = effect;
  const rows = rowsOf(t, activity, effect);
  const range = around(
    rows.flatMap(({ expected: hoped, observed }) => [...(hoped ?? []), ...(observed ?? [])]).filter(isChance),
  );
  const caption = t('effect.title');
  return (
    <div className={css.effect}>
      <ul className={css.rows} aria-hidden="true">
        <li className={css.key}>
          <span />
          <span className={css.ends}>
            <span>{f.percent(range[0])}</span>
            <span>{f.percent(range[1])}</span>
          </span>
          <span>{t('effect.expected')}</span>
          <span>{t('effect.observed')}</span>
        </li>
        {rows.map((row) => (
          <li key={row.name} className={css.row}>
            <span className={`${text.small} ${css.name}`}>
              <span className={text.medium}>{row.name}</span> <span className={text.third}>{row.of}</span>
            </span>
            <ExpectedObserved {...row} range={range} label="" />
            <span className={css.figure}>{said(t, f, row.expected)}</span>
            <span className={css.figure}>
              {said(t, f, row.observed) || t('effect.not_seen')}
              {row.observed?.[2] != null && (
                <span className={text.third}> {t('effect.later', { chance: f.percent(row.observed[2]) })}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <TableTwin
        caption={caption}
        head={[t('effect.what'), t('effect.expected'), t('effect.observed'), t('effect.later_head')]}
        rows={rows.map((row) => [
          `${row.name} ${row.of}`,
          said(t, f, row.expected),
          said(t, f, row.observed) || t('effect.not_seen'),
          row.observed?.[2] == null ? '' : f.percent(row.observed[2]),
        ])}
      />
      {expected && <Came activity={activity} answers={expected.answers} now={expected.now} />}
    </div>
  );
}

interface EffectRow {
  name: string;
  of: string;
  expected: [number, number] | null;
  observed: [number, number, number | null] | null;
}

/** First the deal, then the people whom it was to move. */
function rowsOf(t: Translate, activity: Activity, { expected, observed, win }: ActivityEffect): EffectRow[] {
  if (!expected) return [];
  const [before, after] = win ?? [];
  const deal: EffectRow = {
    name: measureWords(t, expected.measure),
    of: '',
    expected: [expected.now, expected.after],
    observed: expected.measure === 'win' && before !== undefined && after !== undefined ? [before, after, null] : null,
  };
  const people = expected.people.map((hoped): EffectRow => {
    const seen = observed?.find((one) => one.person_id === hoped.person_id);
    return {
      name: activity.names.find(({ id }) => id === hoped.person_id)?.name ?? '',
      of: targetName(t, hoped.stage),
      expected: [hoped.before, hoped.after],
      observed: seen ? [seen.before, seen.after, seen.later] : null,
    };
  });
  // In use the worth of a deal is not read off day by day.
  return expected.measure === 'win' ? [deal, ...people] : people;
}

const isChance = (value: number | null): value is number => value !== null;

const said = (t: Translate, f: Format, moments: EffectRow['expected'] | EffectRow['observed']): string =>
  moments ? shiftWords(t, f, moments[0], moments[1]) : '';

interface CameProps {
  activity: Activity;
  answers: NonNullable<ActivityEffect['expected']>['answers'];
  now: number;
}

/** The answer that came, among those that were expected. */
function Came({ activity, answers, now }: CameProps) {
  const { t, f } = useWords();
  const result = activity.done?.result ?? null;
  const isIt = (answer: CameProps['answers'][number]) =>
    result === null ? answer.answer === 'silence' : answer.reply === result;
  const came = answers.find(isIt);
  const others = answers.filter((answer) => !isIt(answer));
  const label = result
    ? t('effect.came', { answer: tapWords(t, activity.kind, result), chance: came ? f.percent(came.p) : '–' })
    : t('effect.none_came');
  const parts = replyParts(answers, now).map((part, index) => ({
    ...part,
    came: answers[index] === came && result !== null,
  }));
  return (
    <div className={css.came}>
      <ReplyBar parts={parts} width={92} label={label} />
      <span className={text.small}>{label}</span>
      {others.length > 0 && (
        <span className={`${text.small} ${text.third}`}>
          {t('effect.others', {
            answers: others
              .map((answer) => t('advice.chance_of', { answer: answerWords(t, answer), share: f.percent(answer.p) }))
              .join(' · '),
          })}
        </span>
      )}
    </div>
  );
}
