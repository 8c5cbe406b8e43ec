// One piece of evidence in the feed: when, what, whose words, how far it moved whom, and whether it is disputed.

import { ActionIcon, Menu } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
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
import { DisputeDialog } from './DisputeDialog';
import { DisputeNote } from './DisputeNote';
import css from './FeedItem.module.css';
import { recordOf } from './useDispute';

interface Props {
  opportunity: Opportunity;
  item: EvidenceItem;
  names: ReadonlyMap<Id, string>;
  /** Somebody came here for this one. */
  sought: boolean;
}

const WORTH_SHOWING_POINTS = 0.05;

export function FeedItem({ opportunity, item, names, sought }: Props) {
  const { t, f } = useWords();
  const { interaction, commitment, stage_change: change } = item;
  const { main, signs } = itemWords(t, item);
  const people = interaction?.people.map(({ name }) => name) ?? (commitment ? [otherSide(commitment)] : []);
  const note = interaction ? noteWords(t, { ...interaction, source: interaction.source ?? null }) : change?.note;
  const assumed = (interaction ?? commitment ?? change)?.assumed ?? false;
  const moved = item.moved.filter(({ points }) => Math.abs(points) >= WORTH_SHOWING_POINTS);
  const record = recordOf(item);
  const dispute = record?.dispute ?? null;
  const mayDispute = useMay()('update', 'interaction', opportunity);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (sought) line.current?.scrollIntoView({ block: 'center' });
  }, [sought]);
  return (
    <li
      ref={line}
      className={css.item}
      data-kind={change ? 'stage' : 'evidence'}
      data-sought={sought || undefined}
      data-disputed={dispute !== null || undefined}
    >
      <div className={css.head}>
        <span className={`${text.medium} ${css.sentence}`}>{main}</span>
        <span className={`${text.tiny} ${text.third} ${text.nowrap} ${css.day}`}>{f.day(dayOfEffect(item))}</span>
        <More opportunity={opportunity} item={item} sentence={main} />
      </div>
      {signs.length > 0 && <div className={text.small}>{signs.join(t('common.list_gap'))}</div>}
      {people.length > 0 && <div className={`${text.small} ${text.second}`}>{people.join(t('common.list_gap'))}</div>}
      {note && <div className={`${text.small} ${text.third} ${css.words}`}>{note}</div>}
      {record && dispute && (
        <DisputeNote
          opportunityId={opportunity.id}
          record={record}
          sentence={main}
          dispute={dispute}
          mayTakeBack={mayDispute}
        />
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

const otherSide = ({ ours, by, to }: NonNullable<EvidenceItem['commitment']>): string => (ours ? to.name : by.name);

/** What can be done about it: taken back if it was recorded by mistake, disputed if it is not so. */
function More({ opportunity, item, sentence }: { opportunity: Opportunity; item: EvidenceItem; sentence: string }) {
  const { t } = useWords();
  const [disputing, setDisputing] = useState(false);
  const may = useMay();
  const refresh = useRefreshDeal();
  const calls = callsFor(item);
  const mayRemove = calls !== null && may('delete', 'interaction', opportunity);
  const record = recordOf(item);
  const mayDispute = record?.dispute === null && may('update', 'interaction', opportunity);
  if (!mayRemove && !mayDispute) return null;
  const remove = async () => {
    if (!calls) return;
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
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon className={css.more} size={20} aria-label={t('feed.more', { sentence })}>
            <Icon name="more" size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayDispute && (
            <Menu.Item leftSection={<Icon name="question" />} onClick={() => setDisputing(true)}>
              {t('dispute.open')}
            </Menu.Item>
          )}
          {mayRemove && (
            <Menu.Item leftSection={<Icon name="trash" />} onClick={() => void remove()}>
              {t('feed.remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {record && (
        <DisputeDialog
          opportunityId={opportunity.id}
          lines={[{ sentence, records: [record] }]}
          opened={disputing}
          onClose={() => setDisputing(false)}
        />
      )}
    </>
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
