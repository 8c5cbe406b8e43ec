// A user, made or changed; and for one who is there already, a new password and the end of their time here.

import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '~/api/keys';
import type { Id, Language, Role, Scope, User } from '~/api/types';
import { LANGUAGES, useWords } from '~/app/i18n';
import { ConflictChoice } from '~/app/shared/ConflictChoice';
import form from '~/app/shared/form.module.css';
import { RecordDrawer } from '~/app/shared/RecordDrawer';
import { useChange } from '~/app/shared/useChange';
import { useFields } from '~/app/shared/useFields';
import { report } from '~/app/undo';
import { useSession } from '~/session/api';
import { PasswordField } from '~/session/PasswordField';
import { fieldErrors, problemText } from '~/words/problem';
import { isActive, ROLES, SCOPES, teamsQuery, useSetPassword, useUsers } from './api';
import css from './Settings.module.css';

interface Props {
  user: User | null;
  onClose: () => void;
}

export function UserDrawer({ user, onClose }: Props) {
  const { t, language } = useWords();
  const { user: me } = useSession();
  const { data: teams = [] } = useQuery(teamsQuery);
  const { create } = useUsers();
  const change = useChange('/users', [keys.users], onClose);
  const { bind, body, wrong } = useFields(
    { name: user?.name ?? '', email: user?.email ?? null, password: null },
    user ? change.problem : create.error,
  );
  const [role, setRole] = useState<Role>(user?.role ?? 'rep');
  const [scope, setScope] = useState<Scope>(user?.scope ?? 'own');
  const [team, setTeam] = useState<Id | null>(user?.team_id ?? null);
  const [speaks, setSpeaks] = useState<Language>(user?.language ?? language);
  const isMe = user?.id === me.id;

  const save = async () => {
    const { password, ...fields } = body;
    const after = { ...fields, name: body.name ?? '', role, scope, team_id: team, language: speaks };
    if (user) {
      const { name, email, role: was, scope: saw, team_id, language: spoke } = user;
      change.save({
        seen: user,
        name: after.name,
        before: { name, email, role: was, scope: saw, team_id, language: spoke },
        after,
      });
      return;
    }
    try {
      const made = await create.mutateAsync({ ...after, ...(password ? { password } : {}) });
      report({ message: t('common.saved', { name: made.name }) });
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <RecordDrawer
      title={t(user ? 'users.edit' : 'users.new')}
      opened
      saving={create.isPending || change.saving}
      onClose={onClose}
      onSave={() => void save()}
      instead={
        change.conflict && (
          <ConflictChoice
            {...change.conflict}
            saving={change.saving}
            onSettle={change.settle}
            fields={{
              name: { label: t('user.name') },
              email: { label: t('user.email') },
              role: { label: t('users.role'), show: (value) => t(`user_role.${value as Role}`) },
              scope: { label: t('users.sees'), show: (value) => t(`scope.${value as Scope}`) },
              team_id: {
                label: t('users.team'),
                show: (value) => teams.find(({ id }) => id === value)?.name ?? '',
              },
              language: { label: t('users.language'), show: languageName },
            }}
          />
        )
      }
    >
      <TextInput label={t('user.name')} {...bind('name')} data-autofocus />
      <TextInput label={t('user.email')} type="email" {...bind('email')} />
      {!user && (
        <PasswordField
          label={t('users.first_password')}
          description={t('users.first_password_hint')}
          autoComplete="new-password"
          {...bind('password')}
        />
      )}
      <Select
        label={t('users.role')}
        description={t(`user_role_hint.${role}`)}
        data={ROLES.map((value) => ({ value, label: t(`user_role.${value}`) }))}
        value={role}
        onChange={(value) => {
          if (!value) return;
          setRole(value);
          // An administrator sees everything: the server refuses anything less.
          if (value === 'admin') setScope('all');
        }}
        disabled={isMe}
        error={wrong.role}
      />
      <div className={form.pair}>
        <Select
          label={t('users.sees')}
          data={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
          value={scope}
          onChange={(value) => value && setScope(value)}
          disabled={role === 'admin'}
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
      </div>
      <Select
        label={t('users.language')}
        data={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
        value={speaks}
        onChange={(value) => value && setSpeaks(value)}
        error={wrong.language}
      />
      {user && !isMe && <Access user={user} onClose={onClose} />}
    </RecordDrawer>
  );
}

const languageName = (code: unknown): string => LANGUAGES.find((language) => language.code === code)?.name ?? '';

/** Letting somebody in, or no longer. */
function Access({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useWords();
  const { remove, restore } = useUsers();
  const setting = useSetPassword();
  const [password, setPassword] = useState('');
  const wrong = fieldErrors(t, setting.error);

  const attempt = async (deed: () => Promise<void>) => {
    try {
      await deed();
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };
  const disable = async () => {
    await remove.mutateAsync(user);
    const undo = async () => void (await restore.mutateAsync(user.id));
    report({ message: t('users.disabled_named', { name: user.name }), undo });
  };
  const enable = async () => {
    const back = await restore.mutateAsync(user.id);
    report({ message: t('users.enabled_named', { name: user.name }), undo: () => remove.mutateAsync(back) });
  };
  const letIn = async () => {
    await setting.mutateAsync({ id: user.id, password });
    report({ message: t('users.password_set', { name: user.name }) });
  };

  return (
    <div className={css.access}>
      {isActive(user) && user.email && (
        <div className={form.inline}>
          <PasswordField
            aria-label={t('users.password')}
            placeholder={t('users.password')}
            autoComplete="new-password"
            style={{ flex: 1 }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={wrong.password}
          />
          <Button disabled={!password} loading={setting.isPending} onClick={() => void attempt(letIn)}>
            {t('users.set_password')}
          </Button>
        </div>
      )}
      <Button variant="subtle" onClick={() => void attempt(isActive(user) ? disable : enable)}>
        {t(isActive(user) ? 'users.disable' : 'users.enable')}
      </Button>
    </div>
  );
}
