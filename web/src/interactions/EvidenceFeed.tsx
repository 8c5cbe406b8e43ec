// The dated evidence of a deal, newest first, read on as it is scrolled.

import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Day, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import { evidenceQuery } from './api';
import css from './EvidenceFeed.module.css';
import { FeedItem } from './FeedItem';

interface Props {
  opportunityId: Id;
  names: ReadonlyMap<Id, string>;
  /** Looking back: nothing later than this day had happened. */
  at: Day | null;
}

export function EvidenceFeed({ opportunityId, names, at }: Props) {
  const { t } = useWords();
  const feed = useInfiniteQuery(evidenceQuery(opportunityId));
  if (feed.isPending) return <Waiting />;
  if (feed.isError) {
    return <Failure what={t('feed.failed')} error={feed.error} onRetry={() => void feed.refetch()} />;
  }
  const items = feed.data.pages.flatMap(({ data }) => data).filter((item) => !at || item.at.slice(0, 10) <= at);
  return (
    <>
      {items.length === 0 && !feed.hasNextPage && <Empty sentence={t('feed.empty')} example={t('feed.example')} />}
      <ol className={css.feed}>
        {items.map((item) => (
          <FeedItem
            key={item.interaction?.id ?? item.commitment?.id ?? item.stage_change?.id ?? item.at}
            opportunityId={opportunityId}
            item={item}
            names={names}
          />
        ))}
      </ol>
      {feed.hasNextPage && (
        <Button variant="subtle" fullWidth loading={feed.isFetchingNextPage} onClick={() => void feed.fetchNextPage()}>
          {t('feed.earlier')}
        </Button>
      )}
    </>
  );
}
