// One piece of evidence in the feed: when, what, whose words, and how far it moved whom.

import { ActionIcon, Menu } from '@mantine/core';
import { api } from '~/api/client';
import type { EvidenceItem, Id, Opportunity } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { useRefreshDeal } from '~/opportunities/api';
import { useMay } from '~/session/may';
import { dayOfEffect, itemWords } from '~/words/evidence';
import { problemText } from '~/words/problem';
import { noteWords } from '~/words/quote';
import css from './FeedItem.module.css';

interface Props {
  opportunity: Opportunity;
  item: EvidenceItem;
  names: ReadonlyMap<Id, string>;
}

const WORTH_SHOWING_POINTS = 0.05;

export function FeedItem({ opportunity, item, names }: Props) {
  const { t, f } = useWords();
  const { interaction, commitment, stage_change: change } = item;
  const { main, signs } = itemWords(t, item);
  const people = interaction?.people.map(({ name }) => name) ?? (commitment ? [otherSide(commitment)] : []);
  const note = interaction ? noteWords(t, { ...interaction, source: interaction.source ?? null }) : change?.note;
  const assumed = (interaction ?? commitment ?? change)?.assumed ?? false;
  const moved = item.moved.filter(({ points }) => Math.abs(points) >= WORTH_SHOWING_POINTS);
  return (
    <li className={css.item} data-kind={change ? 'stage' : 'evidence'}>
      <div className={css.head}>
        <span className={`${text.medium} ${css.sentence}`}>{main}</span>
        <span className={`${text.tiny} ${text.third} ${text.nowrap} ${css.day}`}>{f.day(dayOfEffect(item))}</span>
        <TakeBack opportunity={opportunity} item={item} sentence={main} />
      </div>
      {signs.length > 0 && <div className={text.small}>{signs.join(t('common.list_gap'))}</div>}
      {people.length > 0 && <div className={`${text.small} ${text.second}`}>{people.join(t('common.list_gap'))}</div>}
      {note && <div className={`${text.small} ${text.third} ${css.words}`}>{note}</div>}
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

const otherSide = ({ ours, by, to }: NonNullable<EvidenceItem['commitment']>): string => (ours ? to.name : by.name);

function TakeBack({ opportunity, item, sentence }: { opportunity: Opportunity; item: EvidenceItem; sentence: string }) {
  const { t } = useWords();
  const may = useMay();
  const refresh = useRefreshDeal();
  const calls = callsFor(item);
  if (!calls || !may('delete', 'interaction', opportunity)) return null;
  const remove = async () => {
    try {
      await calls.remove();
      report({
        message: t('feed.removed', { sentence }),
        undo: async () => {
          await calls.restore();
          refresh(opportunity.id);
        },
      });
    } catch (error) {
      report({ message: t('feed.not_removed'), detail: problemText(t, error) });
    }
    refresh(opportunity.id);
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

/** What is taken back and put back; a move of our stage is undone by moving again. */
function callsFor({ interaction, commitment }: EvidenceItem) {
  if (interaction) {
    const params = { path: { id: interaction.id } };
    return {
      remove: () => api.DELETE('/interactions/{id}', { params }),
      restore: () => api.POST('/interactions/{id}/restoration', { params }),
    };
  }
  if (!commitment) return null;
  const params = { path: { id: commitment.id } };
  return {
    remove: () => api.DELETE('/commitments/{id}', { params }),
    restore: () => api.POST('/commitments/{id}/restoration', { params }),
  };
}
