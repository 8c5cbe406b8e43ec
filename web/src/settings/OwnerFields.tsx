// Whose a record is: the user who looks after it, and the team that shares it.

import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import { isActive, teamsQuery, usersQuery } from './api';

export interface Ownership {
  owner_id: Id | null;
  team_id: Id | null;
}

interface Props {
  value: Ownership;
  onChange: (value: Ownership) => void;
  wrong: Record<string, string>;
}

export function OwnerFields({ value, onChange, wrong }: Props) {
  const { t } = useWords();
  const { data: users = [] } = useQuery(usersQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const shown = users.filter((user) => isActive(user) || user.id === value.owner_id);
  const options = (records: readonly { id: Id; name: string }[]) =>
    records.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={form.pair}>
      <Select
        label={t('people.owner')}
        searchable
        clearable
        data={options(shown)}
        value={value.owner_id}
        onChange={(owner) => onChange({ ...value, owner_id: owner })}
        error={wrong.owner_id}
      />
      <Select
        label={t('people.team')}
        clearable
        data={options(teams)}
        value={value.team_id}
        onChange={(team) => onChange({ ...value, team_id: team })}
        error={wrong.team_id}
      />
    </div>
  );
}
