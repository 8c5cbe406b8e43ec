// The dated evidence of a deal, newest first, read on as it is scrolled.

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import type { Day, EvidenceItem, Id, Opportunity } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import { dayOfEffect } from '~/words/evidence';
import { evidenceQuery } from './api';
import css from './EvidenceFeed.module.css';
import { FeedItem } from './FeedItem';

interface Props {
  opportunity: Opportunity;
  names: ReadonlyMap<Id, string>;
  /** Looking back: nothing later than this day had happened. */
  at: Day | null;
  /** Only what concerns this person. */
  personId?: Id | null;
}

const AT_ONCE = 30;

export function EvidenceFeed({ opportunity, names, at, personId = null }: Props) {
  const { t } = useWords();
  const [asked, setAsked] = useState(AT_ONCE);
  const sought = useRouterState({ select: ({ location }) => location.hash });
  const feed = useQuery(evidenceQuery(opportunity.id, personId, at));
  if (feed.isPending) return <Waiting />;
  if (feed.isError) {
    return <Failure what={t('feed.failed')} error={feed.error} onRetry={() => void feed.refetch()} />;
  }
  const items = newestFirst(feed.data);
  const shown = Math.max(asked, sought ? items.findIndex((item) => item.interaction?.id === sought) + 1 : 0);
  return (
    <>
      {items.length === 0 && <Empty sentence={t('feed.empty')} example={t('feed.example')} />}
      <ol className={css.feed}>
        {items.slice(0, shown).map((item) => (
          <FeedItem
            key={item.interaction?.id ?? item.commitment?.id ?? item.stage_change?.id ?? item.at}
            opportunity={opportunity}
            item={item}
            names={names}
            sought={item.interaction?.id === sought}
          />
        ))}
      </ol>
      {items.length > shown && (
        <Button variant="subtle" fullWidth onClick={() => setAsked(shown + AT_ONCE)}>
          {t('feed.earlier')}
        </Button>
      )}
    </>
  );
}

/** By the day it counts from: a promise stands where it was settled, not where it was given. */
const newestFirst = (items: readonly EvidenceItem[]): EvidenceItem[] =>
  [...items].sort((a, b) => dayOfEffect(b).localeCompare(dayOfEffect(a)));
