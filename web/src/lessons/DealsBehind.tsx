// The deals behind a lesson: those that had it, and those that had it not, with how each ended.

import { Drawer, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { EndedDeal, Lesson, Outcome } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip, type ChipTone } from '~/app/shared/Chip';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { type LessonFilter, lessonDealsQuery } from './api';
import css from './Lessons.module.css';
import { featureName, shareWon } from './words';

interface Props {
  lesson: Lesson;
  filter: LessonFilter;
  opened: boolean;
  onClose: () => void;
}

export function DealsBehind({ lesson, filter, opened, onClose }: Props) {
  const { t, f } = useWords();
  const { kind, name } = lesson;
  const query = useQuery({ ...lessonDealsQuery({ ...filter, kind, name }), enabled: opened });
  const tabs = [
    { side: 'with', share: shareWon(t, f, lesson.with_won, lesson.with_all) },
    { side: 'without', share: shareWon(t, f, lesson.without_won, lesson.without_all) },
  ] as const;
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={featureName(t, lesson)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className={`${text.small} ${text.second} ${css.kind}`}>{t(`lessons.kind.${kind}`)}</p>
      {query.isPending && <Waiting rows={6} />}
      {query.isError && <Failure what={t('lessons.failed')} error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <Tabs defaultValue="with" variant="pills">
          <Tabs.List>
            {tabs.map(({ side, share }) => (
              <Tabs.Tab key={side} value={side}>
                {t(`lessons.${side}`)} <span className={text.third}>{share}</span>
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabs.map(({ side }) => (
            <Tabs.Panel key={side} value={side}>
              <ul className={css.deals}>
                {query.data[side].map((deal) => (
                  <DealLine key={deal.opportunity.id} deal={deal} />
                ))}
              </ul>
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </Drawer>
  );
}

const TONES: Record<Outcome, ChipTone> = { won: 'toward', lost: 'away', no_decision: 'plain' };

function DealLine({ deal: { opportunity, organization, outcome, ended_on: day } }: { deal: EndedDeal }) {
  const { t, f } = useWords();
  return (
    <li className={css.deal}>
      <Link to="/deals/$dealId" params={{ dealId: opportunity.id }} className={css.dealName ?? ''}>
        <span className={text.medium}>{organization}</span> <span className={text.second}>{opportunity.name}</span>
      </Link>
      <span className={`${text.small} ${text.third} ${text.nowrap}`}>{f.day(day)}</span>
      <Chip tone={TONES[outcome]}>{t(`outcome.${outcome}`)}</Chip>
    </li>
  );
}
