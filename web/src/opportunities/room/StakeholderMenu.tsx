// What part somebody plays, changed in place; or out of the deal, with the way back.

import { ActionIcon, Menu } from '@mantine/core';
import type { BuyingRole, Id, RoomPerson } from '~/api/types';
import { useWords } from '~/app/i18n';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { problemText } from '~/words/problem';
import { useStakeholders } from '../api';
import { ROLES } from './roles';

interface Props {
  dealId: Id;
  stakeholder: RoomPerson;
  /** Missing where the reader may only look: the ways are shown all the same. */
  mayChange: boolean;
  onWays: () => void;
}

export function StakeholderMenu({ dealId, stakeholder, mayChange, onWays }: Props) {
  const { t } = useWords();
  const { put, remove, restore } = useStakeholders(dealId);
  const { person, role, since } = stakeholder;

  const attempt = async (deed: () => Promise<unknown>, message: string, undo: () => Promise<unknown>) => {
    try {
      await deed();
      report({ message, undo: async () => void (await undo()) });
    } catch (error) {
      report({ message: t('stakeholder.not_changed'), detail: problemText(t, error) });
    }
  };
  const play = (next: BuyingRole) =>
    attempt(
      () => put.mutateAsync({ personId: person.id, role: next, since }),
      t('stakeholder.role_set', { person: person.name, role: t(`role.${next}`) }),
      () => put.mutateAsync({ personId: person.id, role, since }),
    );
  const takeOut = () =>
    attempt(
      () => remove.mutateAsync(person.id),
      t('stakeholder.removed', { person: person.name }),
      () => restore.mutateAsync(person.id),
    );

  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('stakeholder.more', { person: person.name })}>
          <Icon name="more" size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="handshake" />} onClick={onWays}>
          {t('ways.ask')}
        </Menu.Item>
        {mayChange && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('stakeholder.role')}</Menu.Label>
            {ROLES.map((option) => (
              <Menu.Item
                key={option}
                rightSection={option === role ? <Icon name="check" size={14} /> : null}
                onClick={() => void play(option)}
              >
                {t(`role.${option}`)}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item leftSection={<Icon name="trash" />} onClick={() => void takeOut()}>
              {t('stakeholder.remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
