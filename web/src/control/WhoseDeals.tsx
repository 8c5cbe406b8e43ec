// Whose deals are meant: those of one owner, those of one team, or all.

import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '~/app/i18n';
import { isActive, teamsQuery, usersQuery } from '~/settings/api';
import type { Whose } from './api';
import css from './WhoseDeals.module.css';

export function WhoseDeals({ value, onChange }: { value: Whose; onChange: (value: Whose) => void }) {
  const { t } = useWords();
  const { data: users = [] } = useQuery(usersQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  return (
    <>
      {teams.length > 0 && (
        <Select
          className={css.choice ?? ''}
          aria-label={t('control.team')}
          placeholder={t('control.every_team')}
          clearable
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={value.team_id ?? null}
          onChange={(team) => onChange({ ...value, team_id: team ?? undefined })}
        />
      )}
      <Select
        className={css.choice ?? ''}
        aria-label={t('board.owner')}
        placeholder={t('control.every_owner')}
        clearable
        searchable
        data={users
          .filter((user) => isActive(user) || user.id === value.owner_id)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={value.owner_id ?? null}
        onChange={(owner) => onChange({ ...value, owner_id: owner ?? undefined })}
      />
    </>
  );
}
