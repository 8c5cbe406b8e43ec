// One piece of evidence in the feed: when, what, whose words, and how far it moved whom.

import { ActionIcon, Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '~/api/client';
import { keys } from '~/api/keys';
import type { EvidenceItem, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { problemText } from '~/words/problem';
import { stageName } from '~/words/stage';
import { titleSentence } from '~/words/title';
import css from './FeedItem.module.css';

interface Props {
  opportunityId: Id;
  item: EvidenceItem;
  names: ReadonlyMap<Id, string>;
}

const WORTH_SHOWING_POINTS = 0.05;

export function FeedItem({ opportunityId, item, names }: Props) {
  const { t, f } = useWords();
  const { interaction, commitment, stage_change: stageChange } = item;
  const sentence = stageChange
    ? t('feed.stage', { stage: stageName(t, stageChange.stage) })
    : item.title
      ? titleSentence(t, item.title)
      : (commitment?.text ?? '');
  const people = interaction?.participants.map(({ name }) => name) ?? item.title?.people ?? [];
  const words = interaction?.words ?? stageChange?.note ?? null;
  const quoted = interaction?.source === 'customer_written';
  const assumed = interaction?.assumed ?? commitment?.assumed ?? false;
  const moved = item.moved.filter(({ points }) => Math.abs(points) >= WORTH_SHOWING_POINTS);
  return (
    <li className={css.item} data-kind={stageChange ? 'stage' : 'evidence'}>
      <div className={css.head}>
        <span className={`${text.medium} ${css.sentence}`}>{sentence}</span>
        <span className={`${text.tiny} ${text.third} ${text.nowrap} ${css.day}`}>{f.day(item.at)}</span>
        {interaction && <TakeBack opportunityId={opportunityId} interactionId={interaction.id} sentence={sentence} />}
      </div>
      {people.length > 0 && <div className={`${text.small} ${text.second}`}>{people.join(t('common.list_gap'))}</div>}
      {words && (
        <div className={`${text.small} ${text.third} ${css.words}`}>{quoted ? t('feed.quoted', { words }) : words}</div>
      )}
      {(moved.length > 0 || assumed) && (
        <div className={css.moved}>
          {moved.map(({ person_id: id, points }) => (
            <Chip key={id} tone={points > 0 ? 'toward' : 'away'}>
              {points > 0 ? '▲' : '▼'} {names.get(id) ?? ''} {f.points(points)}
            </Chip>
          ))}
          {assumed && <Chip tone="dashed">{t('assumed.chip')}</Chip>}
        </div>
      )}
    </li>
  );
}

function TakeBack({
  opportunityId,
  interactionId,
  sentence,
}: {
  opportunityId: Id;
  interactionId: Id;
  sentence: string;
}) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.opportunity(opportunityId) });
  const remove = async () => {
    try {
      await api.delete(`/interactions/${interactionId}`);
      await refresh();
      report({
        message: t('feed.removed', { sentence }),
        undo: async () => {
          await api.post(`/interactions/${interactionId}/restoration`);
          await refresh();
        },
      });
    } catch (error) {
      report({ message: t('feed.not_removed'), detail: problemText(t, error) });
    }
  };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon className={css.more} size={20} aria-label={t('feed.more', { sentence })}>
          <Icon name="more" size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="trash" />} onClick={() => void remove()}>
          {t('feed.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
