// Who may use this installation, as what, and how much of it they see.

import { Button, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { User } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Avatar } from '~/app/shared/Avatar';
import { Chip } from '~/app/shared/Chip';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { isActive, usersQuery } from './api';
import css from './Settings.module.css';
import { UserDrawer } from './UserDrawer';

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
            <th>
              <VisuallyHidden>{t('common.edit')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {users.data.map((user) => (
            <UserRow key={user.id} user={user} onEdit={() => setEdited(user)} />
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

function UserRow({ user, onEdit }: { user: User; onEdit: () => void }) {
  const { t } = useWords();
  return (
    <tr>
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
        {t(`user_role.${user.role}`)} {!isActive(user) && <Chip tone="watch">{t('users.disabled')}</Chip>}
        {isActive(user) && !user.can_sign_in && <Chip tone="dashed">{t('users.no_sign_in')}</Chip>}
      </td>
      <td data-wide className={text.second}>
        {t(`scope.${user.scope}`)}
      </td>
      <td data-wide className={text.second}>
        {user.team?.name ?? '–'}
      </td>
      <td className={css.end}>
        <Button size="xs" variant="subtle" aria-label={t('common.edit_named', { name: user.name })} onClick={onEdit}>
          {t('common.edit')}
        </Button>
      </td>
    </tr>
  );
}
