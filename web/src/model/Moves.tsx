// What changes would move: one's open deals are looked at some at a time, and one sees how far it is and may stop.

import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { DealPreview, PersonPreview, Target } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { ShiftMark } from '~/graphics/ShiftMark';
import { targetName } from '~/words/headline';
import { readingWords } from '~/words/reading';
import { previewQuery } from './api';
import type { Changes } from './draft';
import { HowFar } from './HowFar';
import css from './Review.module.css';

const PEOPLE_SHOWN = 4;
const DEALS_SHOWN = 6;

export function Moves({ changes }: { changes: Changes }) {
  const { t, f } = useWords();
  const [stopped, setStopped] = useState(false);
  const [all, showAll] = useState(false);
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery(previewQuery(changes));
  useEffect(() => {
    if (!stopped && hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [stopped, hasNextPage, isFetching, error, fetchNextPage]);

  if (error) return <Failure what={t('model.review.failed')} error={error} onRetry={() => void refetch()} />;
  const last = data?.pages.at(-1);
  if (!data || !last) return <Waiting rows={3} />;
  if (last.of === 0) return <p className={`${text.small} ${text.second} ${css.said}`}>{t('model.review.no_deals')}</p>;
  const deals = data.pages.flatMap((page) => page.deals).sort((one, other) => weightOf(other) - weightOf(one));
  const shown = all ? deals : deals.slice(0, DEALS_SHOWN);
  const params = { looked: f.count(last.looked_at), of: f.count(last.of) };
  return (
    <>
      <div className={css.looking}>
        <span className={`${text.small} ${text.third}`} role="status">
          {t(last.own ? 'model.review.looking_own' : 'model.review.looking_seen', params)}
        </span>
        {hasNextPage && (
          <>
            <HowFar done={last.looked_at} of={last.of} />
            <Button size="xs" variant="subtle" onClick={() => setStopped(!stopped)}>
              {t(stopped ? 'model.review.go_on' : 'model.review.stop')}
            </Button>
          </>
        )}
      </div>
      {deals.length === 0 && (
        <p className={`${text.second} ${css.said}`}>
          {t(hasNextPage ? 'model.review.still_nothing' : 'model.review.nothing_moves')}
        </p>
      )}
      <ul className={css.deals}>
        {shown.map((deal) => (
          <DealMove key={deal.deal.id} deal={deal} />
        ))}
      </ul>
      {deals.length > shown.length && (
        <Button size="xs" variant="subtle" onClick={() => showAll(true)}>
          {t('model.review.more_deals', { count: deals.length - shown.length })}
        </Button>
      )}
    </>
  );
}

/** What moves most stands first: the chance to win, then people. */
function weightOf({ win_before: was, win_after: is, people }: DealPreview): number {
  const win = was && is ? Math.abs(is.p - was.p) : 0;
  return win * 100 + Math.max(0, ...people.map(({ points }) => Math.abs(points))) / 100;
}

function DealMove({ deal: { deal, ...moved } }: { deal: DealPreview }) {
  const { t, f } = useWords();
  const [all, showAll] = useState(false);
  const { win_before: was, win_after: is, gap_before: gapWas, gap_after: gapIs } = moved;
  const people = [...moved.people].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const shown = all ? people : people.slice(0, PEOPLE_SHOWN);
  const flagged = Boolean(gapIs?.flagged);
  return (
    <li className={css.deal}>
      <div className={css.dealHead}>
        <Link to="/deals/$dealId" params={{ dealId: deal.id }} className={`${text.medium} ${css.dealName}`}>
          {deal.name}
        </Link>
        {flagged !== Boolean(gapWas?.flagged) && (
          <Chip tone={flagged ? 'away' : 'plain'}>{t(flagged ? 'model.review.gap_on' : 'model.review.gap_off')}</Chip>
        )}
      </div>
      {was && is && (
        <div className={css.win}>
          <span className={text.small}>
            {t('model.review.win', { before: f.percent(was.p), after: f.percent(is.p) })}
          </span>
          <ShiftMark
            before={was.p}
            after={is.p}
            halo={is}
            width={120}
            label={t('model.review.win_mark', { deal: deal.name, before: f.percent(was.p), after: f.percent(is.p) })}
          />
        </div>
      )}
      {shown.map((one) => (
        <PersonMove key={one.person.id} moved={one} />
      ))}
      {people.length > shown.length && (
        <Button size="xs" variant="subtle" onClick={() => showAll(true)}>
          {t('model.review.more_people', { count: people.length - shown.length })}
        </Button>
      )}
    </li>
  );
}

function PersonMove({ moved: { person, before, after, target, points } }: { moved: PersonPreview }) {
  const { t, f } = useWords();
  const [was, is] = [readingWords(t, f, before), readingWords(t, f, after)];
  return (
    <div className={`${text.small} ${css.person}`}>
      <span className={text.clip}>{person.name}</span>
      <span className={text.second}>{was === is ? was : t('model.review.person', { before: was, after: is })}</span>
      <span className={`${text.end} ${points >= 0 === isGood(target) ? text.toward : text.away}`}>
        {t('model.review.points', { finding: targetName(t, target), points: f.points(points) })}
      </span>
    </div>
  );
}

const isGood = (target: Target): boolean => target !== 'avoids_us' && target !== 'blocked';
