// What decided a deal, day by day, and why in the seller's own words; of one that goes on, what brought it where it is.

import { Button, Drawer, Textarea, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Opportunity, Verdict, VerdictDay } from '~/api/types';
import { type Translate, useWords } from '~/app/i18n';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { WhyRow } from '~/beliefs/WhyRow';
import { TableTwin } from '~/graphics/TableTwin';
import { fieldErrors, problemText } from '~/words/problem';
import { titleSentence } from '~/words/title';
import { useReason, verdictQuery } from './api';
import { type DayRow, turningDays, verdictRows } from './rows';
import css from './VerdictDrawer.module.css';

interface Props {
  deal: Opportunity;
  mayRecord: boolean;
  opened: boolean;
  onClose: () => void;
}

export function VerdictDrawer({ deal, mayRecord, opened, onClose }: Props) {
  const { t } = useWords();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={480}
      title={t(`verdict.title.${deal.closure?.outcome ?? 'open'}`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {deal.closure && <Reason key={deal.id} deal={deal} closure={deal.closure} mayRecord={mayRecord} />}
      <Days deal={deal} />
    </Drawer>
  );
}

interface ReasonProps {
  deal: Opportunity;
  closure: NonNullable<Opportunity['closure']>;
  mayRecord: boolean;
}

/** The seller's own account: what the evidence says stands beneath it, and the two need not agree. */
function Reason({ deal, closure, mayRecord }: ReasonProps) {
  const { t } = useWords();
  const reason = useReason(deal.id);
  const [words, setWords] = useState(closure.reason ?? '');
  if (!mayRecord)
    return closure.reason ? <p className={css.reason}>{t('verdict.said', { words: closure.reason })}</p> : null;
  const save = async () => {
    try {
      await reason.mutateAsync({ ...closure, reason: words.trim() || null });
      report({
        message: t('verdict.reason_saved'),
        undo: async () => {
          await reason.mutateAsync(closure);
          setWords(closure.reason ?? '');
        },
      });
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Textarea
        className={css.words ?? ''}
        label={t('verdict.reason')}
        placeholder={t('verdict.reason_example')}
        autosize
        maxRows={4}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={fieldErrors(t, reason.error).reason}
      />
      {words.trim() !== (closure.reason ?? '') && (
        <Button type="submit" variant="filled" loading={reason.isPending}>
          {t('common.save')}
        </Button>
      )}
    </form>
  );
}

function Days({ deal }: { deal: Opportunity }) {
  const { t } = useWords();
  const query = useQuery(verdictQuery(deal.id));
  if (query.isPending) return <Waiting rows={7} />;
  if (query.isError) {
    return <Failure what={t('verdict.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data.days.length === 0) return <p className={text.second}>{t('verdict.none')}</p>;
  return <Sum verdict={query.data} deal={deal} />;
}

function Sum({ verdict, deal }: { verdict: Verdict; deal: Opportunity }) {
  const { t, f } = useWords();
  const [unfolded, unfold] = useState(false);
  const { start, days, quiet, total, domain } = verdictRows(verdict, unfolded);
  const { toward, away } = turningDays(verdict.days);
  const end = t('verdict.end', { chance: f.percent(verdict.chance) });
  return (
    <section className={css.sum} aria-label={t('verdict.days')}>
      <p className={css.finding}>
        {[
          toward && t('verdict.toward', { day: f.day(toward.day), what: firstOf(t, toward) }),
          away && t('verdict.away', { day: f.day(away.day), what: firstOf(t, away) }),
          !toward && !away && t('verdict.nothing_turned'),
        ]
          .filter(Boolean)
          .join(t('common.sentence_gap'))}
      </p>
      <p className={`${text.small} ${text.third} ${css.rule}`}>{t('verdict.rule')}</p>
      <TableTwin
        caption={t('verdict.days')}
        head={[t('why.when'), t('why.what'), t('why.points')]}
        rows={[
          [t('why.start'), t('verdict.start'), f.points(start.shown)],
          ...days.map((row) => [dayName(row, f.fullDay), rowWords(t, row), f.points(row.shown)]),
          [t('why.quiet'), t('verdict.quiet'), f.points(quiet.shown)],
          [f.fullDay(verdict.until), end, f.points(total.shown)],
        ]}
      />
      <div aria-hidden="true">
        <WhyRow when={t('why.start')} domain={domain} {...start} tone="still">
          <span className={text.small}>{t('verdict.start')}</span>
        </WhyRow>
        {days.map((row) => (
          <WhyRow
            key={row.days[0]?.day}
            when={dayName(row, f.day)}
            domain={domain}
            shown={row.shown}
            bar={row.bar}
            tone={row.shown >= 0 ? 'toward' : 'away'}
          >
            <DayWords row={row} dealId={deal.id} />
          </WhyRow>
        ))}
        <WhyRow when={t('why.quiet')} domain={domain} {...quiet} tone="still">
          <span className={text.small}>{t('verdict.quiet')}</span>
        </WhyRow>
        <div className={css.total}>
          <WhyRow when={f.day(verdict.until)} domain={domain} {...total} tone={total.shown >= 0 ? 'toward' : 'away'}>
            <b className={text.small}>{end}</b>
          </WhyRow>
        </div>
      </div>
      {days.some((row) => row.days.length > 1) && (
        <UnstyledButton className={css.unfold} onClick={() => unfold(true)}>
          {t('verdict.unfold')}
        </UnstyledButton>
      )}
    </section>
  );
}

/** What happened, and a way into the room as it stood on that day. */
function DayWords({ row, dealId }: { row: DayRow; dealId: string }) {
  const { t } = useWords();
  const [day, ...more] = row.days;
  const words = rowWords(t, row);
  if (!day || more.length > 0) return <span className={`${text.small} ${text.second}`}>{words}</span>;
  return (
    <Link
      to="/deals/$dealId"
      params={{ dealId }}
      search={{ at: day.day }}
      className={`${text.small} ${css.day}`}
      title={words}
      tabIndex={-1}
    >
      {words}
    </Link>
  );
}

const dayName = ({ days: [day, ...more] }: DayRow, name: (day: string) => string): string =>
  day && more.length === 0 ? name(day.day) : '';

function rowWords(t: Translate, { days: [day, ...more] }: DayRow): string {
  if (!day) return '';
  if (more.length > 0) return t('verdict.small', { count: more.length + 1 });
  return day.happened
    .map((one) => t('verdict.happened', { person: one.person.name, what: titleSentence(t, one.title) }))
    .join(t('verdict.and'));
}

/** The first thing that happened on a day, and how many more. */
function firstOf(t: Translate, { happened: [one, ...more] }: VerdictDay): string {
  if (!one) return '';
  const first = t('verdict.happened', { person: one.person.name, what: titleSentence(t, one.title) });
  return more.length > 0 ? t('verdict.first_of', { first, count: more.length }) : first;
}
