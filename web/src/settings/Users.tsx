// Who may use this installation, as what, and how much of it they see.

import { Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Id, Scope, User, UserRole } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Avatar } from '~/app/shared/Avatar';
import { Chip } from '~/app/shared/Chip';
import { Failure } from '~/app/shared/Failure';
import { RecordDrawer } from '~/app/shared/RecordDrawer';
import { useFields } from '~/app/shared/useFields';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { useSession } from '~/session/api';
import { problemText } from '~/words/problem';
import { ROLES, SCOPES, teamsQuery, usersQuery, useSaveUser } from './api';
import css from './Settings.module.css';

export default function Users() {
  const { t } = useWords();
  const users = useQuery(usersQuery);
  const [edited, setEdited] = useState<User | 'new' | null>(null);
  if (users.isPending) return <Waiting />;
  if (users.isError)
    return <Failure what={t('users.failed')} error={users.error} onRetry={() => void users.refetch()} />;
  return (
    <section className={css.section}>
      <header className={css.head}>
        <div>
          <h2 className={css.title}>{t('settings.users')}</h2>
          <p className={css.lead}>{t('users.lead')}</p>
        </div>
        <Button variant="filled" onClick={() => setEdited('new')}>
          {t('users.new')}
        </Button>
      </header>
      <table className={css.table}>
        <thead>
          <tr>
            <th>{t('user.name')}</th>
            <th>{t('users.role')}</th>
            <th data-wide>{t('users.sees')}</th>
            <th data-wide>{t('users.team')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {users.data.map((user) => (
            <tr key={user.id}>
              <td>
                <span className={css.person}>
                  <Avatar name={user.name} />
                  <span>
                    <span className={text.medium}>{user.name}</span>
                    <br />
                    <span className={`${text.tiny} ${text.third}`}>{user.email}</span>
                  </span>
                </span>
              </td>
              <td>
                {t(`user_role.${user.role}`)} {user.disabled_at && <Chip tone="watch">{t('users.disabled')}</Chip>}
              </td>
              <td data-wide className={text.second}>
                {t(`scope.${user.scope}`)}
              </td>
              <td data-wide className={text.second}>
                {user.team?.name ?? '–'}
              </td>
              <td className={css.end}>
                <Button size="xs" variant="subtle" onClick={() => setEdited(user)}>
                  {t('common.edit')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {edited && (
        <UserDrawer
          key={edited === 'new' ? 'new' : edited.id}
          user={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}

function UserDrawer({ user, onClose }: { user: User | null; onClose: () => void }) {
  const { t } = useWords();
  const session = useSession();
  const { data: teams = [] } = useQuery(teamsQuery);
  const save = useSaveUser();
  const { bind, body, wrong } = useFields(
    { name: user?.name ?? '', email: user?.email ?? '', password: null },
    save.error,
  );
  const [role, setRole] = useState<UserRole>(user?.role ?? 'rep');
  const [scope, setScope] = useState<Scope>(user?.scope ?? 'team');
  const [team, setTeam] = useState<Id | null>(user?.team?.id ?? null);

  const send = async (more: { disabled?: boolean } = {}) => {
    try {
      const saved = await save.mutateAsync({
        id: user?.id ?? null,
        body: {
          name: body.name ?? '',
          email: body.email ?? '',
          role,
          scope,
          team_id: team,
          ...(body.password ? { password: body.password } : {}),
          ...more,
        },
      });
      report({ message: t('common.saved', { name: saved.name }) });
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <RecordDrawer
      title={t(user ? 'users.edit' : 'users.new')}
      opened
      saving={save.isPending}
      onClose={onClose}
      onSave={() => void send()}
    >
      <TextInput label={t('user.name')} {...bind('name')} data-autofocus />
      <TextInput label={t('user.email')} type="email" {...bind('email')} />
      {!user && (
        <PasswordInput
          label={t('users.first_password')}
          description={t('users.first_password_hint')}
          {...bind('password')}
        />
      )}
      <Select
        label={t('users.role')}
        description={t(`user_role_hint.${role}`)}
        data={ROLES.map((value) => ({ value, label: t(`user_role.${value}`) }))}
        value={role}
        onChange={(value) => value && setRole(value)}
        error={wrong.role}
      />
      <Select
        label={t('users.sees')}
        data={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
        value={scope}
        onChange={(value) => value && setScope(value)}
        error={wrong.scope}
      />
      <Select
        label={t('users.team')}
        data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={team}
        onChange={setTeam}
        clearable
        error={wrong.team_id}
      />
      {user && user.id !== session.user.id && (
        <Button variant="subtle" onClick={() => void send({ disabled: user.disabled_at === null })}>
          {t(user.disabled_at ? 'users.enable' : 'users.disable')}
        </Button>
      )}
    </RecordDrawer>
  );
}
