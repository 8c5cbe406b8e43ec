// Teams: who sees each other's deals.

import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '~/app/i18n';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import form from '~/app/shared/form.module.css';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { fieldErrors, problemText } from '~/words/problem';
import { teamsQuery, useCreateTeam, usersQuery } from './api';
import css from './Settings.module.css';

export default function Teams() {
  const { t, f } = useWords();
  const teams = useQuery(teamsQuery);
  const { data: users = [] } = useQuery(usersQuery);
  const create = useCreateTeam();
  const [name, setName] = useState('');
  const wrong = fieldErrors(t, create.error);
  if (teams.isPending) return <Waiting />;
  if (teams.isError)
    return <Failure what={t('teams.failed')} error={teams.error} onRetry={() => void teams.refetch()} />;

  const add = async () => {
    try {
      await create.mutateAsync({ name: name.trim() });
      setName('');
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <section className={css.section}>
      <h2 className={css.title}>{t('settings.teams')}</h2>
      <p className={css.lead}>{t('teams.lead')}</p>
      {teams.data.length === 0 && <Empty sentence={t('teams.empty')} />}
      <table className={css.table}>
        <tbody>
          {teams.data.map((team) => (
            <tr key={team.id}>
              <td className={text.medium}>{team.name}</td>
              <td className={`${text.second} ${css.end}`}>
                {t('teams.members', {
                  count: users.filter((user) => user.team?.id === team.id).length,
                  shown: f.count(users.filter((user) => user.team?.id === team.id).length),
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <form
        className={form.inline}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextInput
          aria-label={t('teams.name')}
          placeholder={t('teams.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={wrong.name}
        />
        <Button type="submit" disabled={!name.trim()} loading={create.isPending}>
          {t('teams.add')}
        </Button>
      </form>
    </section>
  );
}
