// What can be done to the deal itself: changed, closed, ordered, opened again.

import { ActionIcon, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { keys } from '~/api/keys';
import type { Opportunity, Outcome } from '~/api/types';
import { useWords } from '~/app/i18n';
import { useRecords } from '~/app/shared/useRecords';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { useMay } from '~/session/may';
import { problemText } from '~/words/problem';
import { useClosure } from '../api';
import { EditDeal } from './EditDeal';

const OUTCOMES: readonly Outcome[] = ['won', 'lost', 'no_decision'];

interface Props {
  deal: Opportunity;
  /** Opens what decided it: to be read, and to write down why, while it is remembered. */
  onVerdict: () => void;
}

export function DealMenu({ deal, onVerdict }: Props) {
  const { t } = useWords();
  const { close, reopen, order, takeOrderBack } = useClosure(deal.id);
  const { remove, restore } = useRecords('/opportunities', [keys.opportunity(deal.id), keys.boards]);
  const may = useMay();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);

  const attempt = async (deed: () => Promise<unknown>, message: string, undo?: () => Promise<unknown>) => {
    try {
      await deed();
      report({ message, ...(undo ? { undo: async () => void (await undo()) } : {}) });
    } catch (error) {
      report({ message: t('deal.not_closed'), detail: problemText(t, error) });
    }
  };
  const putAway = () =>
    attempt(
      async () => {
        await remove.mutateAsync(deal);
        await navigate({ to: '/deals' });
      },
      t('common.removed', { name: deal.name }),
      () => restore.mutateAsync(deal.id),
    );
  const closeAs = (outcome: Outcome) =>
    attempt(
      async () => {
        await close.mutateAsync(outcome);
        onVerdict();
      },
      t('deal.closed', { deal: deal.name, outcome: t(`outcome.${outcome}`) }),
      () => reopen.mutateAsync(),
    );

  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t('deal.more')}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="pencil" />} onClick={() => setEditing(true)}>
            {t('deal.edit')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="question" />} onClick={onVerdict}>
            {t(`verdict.title.${deal.closure?.outcome ?? 'open'}`)}
          </Menu.Item>
          {deal.phase === 'buy' && (
            <Menu.Item
              leftSection={<Icon name="check" />}
              onClick={() =>
                void attempt(
                  () => order.mutateAsync(),
                  t('deal.ordered'),
                  () => takeOrderBack.mutateAsync(),
                )
              }
            >
              {t('deal.ordered')}
            </Menu.Item>
          )}
          <Menu.Divider />
          {deal.closure ? (
            <Menu.Item
              leftSection={<Icon name="undo" />}
              onClick={() => void attempt(() => reopen.mutateAsync(), t('deal.reopened', { deal: deal.name }))}
            >
              {t('deal.reopen')}
            </Menu.Item>
          ) : (
            <>
              <Menu.Label>{t('deal.close_as')}</Menu.Label>
              {OUTCOMES.map((outcome) => (
                <Menu.Item key={outcome} onClick={() => void closeAs(outcome)}>
                  {t(`deal.close_${outcome}`)}
                </Menu.Item>
              ))}
            </>
          )}
          {may('delete', 'opportunity', deal) && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<Icon name="trash" />} onClick={() => void putAway()}>
                {t('common.remove')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {editing && <EditDeal deal={deal} onClose={() => setEditing(false)} />}
    </>
  );
}
