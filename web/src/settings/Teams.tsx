// Teams: who sees each other's deals, and who sees those of others because their team stands above.

import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '~/api/keys';
import type { Id, Team } from '~/api/types';
import { useWords } from '~/app/i18n';
import { ConflictChoice } from '~/app/shared/ConflictChoice';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { RecordDrawer } from '~/app/shared/RecordDrawer';
import { useChange } from '~/app/shared/useChange';
import { useFields } from '~/app/shared/useFields';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { below } from '~/session/may';
import { problemText } from '~/words/problem';
import { isActive, teamsQuery, usersQuery, useTeams } from './api';
import css from './Settings.module.css';

export default function Teams() {
  const { t, f } = useWords();
  const teams = useQuery(teamsQuery);
  const { data: users = [] } = useQuery(usersQuery);
  const [edited, setEdited] = useState<Team | 'new' | null>(null);
  if (teams.isPending) return <Waiting />;
  if (teams.isError)
    return <Failure what={t('teams.failed')} error={teams.error} onRetry={() => void teams.refetch()} />;
  const nameOf = (id: Id | null) => teams.data.find((team) => team.id === id)?.name ?? null;
  const sizeOf = (id: Id) => users.filter((user) => isActive(user) && user.team_id === id).length;
  return (
    <section className={css.section}>
      <header className={css.head}>
        <div>
          <h2 className={css.title}>{t('settings.teams')}</h2>
          <p className={css.lead}>{t('teams.lead')}</p>
        </div>
        <Button variant="filled" onClick={() => setEdited('new')}>
          {t('teams.new')}
        </Button>
      </header>
      {teams.data.length === 0 && <Empty sentence={t('teams.empty')} />}
      <table className={css.table}>
        <tbody>
          {teams.data.map((team) => (
            <tr key={team.id}>
              <td className={text.medium}>{team.name}</td>
              <td data-wide className={text.second}>
                {nameOf(team.parent_id)}
              </td>
              <td className={text.second}>
                {t('teams.members', { count: sizeOf(team.id), shown: f.count(sizeOf(team.id)) })}
              </td>
              <td className={css.end}>
                <Button
                  size="xs"
                  variant="subtle"
                  aria-label={t('common.edit_named', { name: team.name })}
                  onClick={() => setEdited(team)}
                >
                  {t('common.edit')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {edited && (
        <TeamDrawer
          key={edited === 'new' ? 'new' : edited.id}
          team={edited === 'new' ? null : edited}
          teams={teams.data}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}

function TeamDrawer({ team, teams, onClose }: { team: Team | null; teams: Team[]; onClose: () => void }) {
  const { t } = useWords();
  const { create, remove, restore } = useTeams();
  const change = useChange('/teams', [keys.teams], onClose);
  const { bind, body, wrong } = useFields({ name: team?.name ?? '' }, team ? change.problem : create.error);
  const [parent, setParent] = useState<Id | null>(team?.parent_id ?? null);
  const under = below(team?.id ?? null, teams);
  const above = teams.filter(({ id }) => !under.includes(id)).map(({ id, name }) => ({ value: id, label: name }));

  const attempt = async (deed: () => Promise<void>, failed: string) => {
    try {
      await deed();
      onClose();
    } catch (error) {
      report({ message: failed, detail: problemText(t, error) });
    }
  };
  const save = () => {
    const after = { name: body.name ?? '', parent_id: parent };
    if (team) {
      change.save({ seen: team, name: after.name, before: { name: team.name, parent_id: team.parent_id }, after });
      return;
    }
    void attempt(async () => {
      const made = await create.mutateAsync(after);
      report({ message: t('common.saved', { name: made.name }), undo: () => remove.mutateAsync(made) });
    }, t('common.not_saved'));
  };
  const take = (gone: Team) =>
    attempt(async () => {
      await remove.mutateAsync(gone);
      const undo = async () => void (await restore.mutateAsync(gone.id));
      report({ message: t('common.removed', { name: gone.name }), undo });
    }, t('common.not_removed'));

  return (
    <RecordDrawer
      title={t(team ? 'teams.edit' : 'teams.new')}
      opened
      saving={create.isPending || change.saving}
      onClose={onClose}
      onSave={save}
      instead={
        change.conflict && (
          <ConflictChoice
            {...change.conflict}
            saving={change.saving}
            onSettle={change.settle}
            fields={{
              name: { label: t('teams.name') },
              parent_id: {
                label: t('teams.parent'),
                show: (value) => teams.find(({ id }) => id === value)?.name ?? '',
              },
            }}
          />
        )
      }
    >
      <TextInput label={t('teams.name')} {...bind('name')} data-autofocus />
      <Select
        label={t('teams.parent')}
        data={above}
        value={parent}
        onChange={setParent}
        clearable
        error={wrong.parent_id}
      />
      {team && (
        <Button variant="subtle" onClick={() => void take(team)}>
          {t('common.remove')}
        </Button>
      )}
    </RecordDrawer>
  );
}
