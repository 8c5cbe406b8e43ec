// The first minute: name the house, make the first user. The token proves that this is whoever started the server.

import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ChangeEvent, useState } from 'react';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import { fieldErrors, problemText } from '~/words/problem';
import { setupQuery, useSetUp } from './api';
import { Door } from './Door';
import { PasswordField } from './PasswordField';
import { Refusal } from './Refusal';

const LEAST_PASSWORD = 10;

export default function SetUp() {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const { token } = useSearch({ from: '/setup' });
  const setUp = useSetUp();
  const { data: setup } = useQuery(setupQuery);
  const [fields, setFields] = useState({ organization_name: '', name: '', email: '', password: '' });
  const wrong = fieldErrors(t, setUp.error);
  const bind = (name: keyof typeof fields) => ({
    value: fields[name],
    error: wrong[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => setFields({ ...fields, [name]: event.currentTarget.value }),
    required: true,
    withAsterisk: false,
  });

  if (setup && !setup.needed && !setUp.isPending && !setUp.isSuccess) {
    return (
      <Door title={t('setup.title')} lead={t('setup.done')}>
        <Link to="/login">{t('login.title')}</Link>
      </Door>
    );
  }
  if (!token) return <Door title={t('setup.title')} lead={t('setup.no_token')} />;
  return (
    <Door title={t('setup.title')} lead={t('setup.lead')}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          setUp.mutate({ token, language, ...fields }, { onSuccess: () => void navigate({ to: '/' }) });
        }}
      >
        <TextInput
          label={t('setup.organization')}
          placeholder={t('setup.organization_example')}
          {...bind('organization_name')}
          autoFocus
        />
        <TextInput label={t('user.name')} autoComplete="name" {...bind('name')} />
        <TextInput label={t('user.email')} type="email" autoComplete="username" {...bind('email')} />
        <PasswordField
          label={t('user.password')}
          description={t('setup.password_hint', { count: LEAST_PASSWORD })}
          autoComplete="new-password"
          minLength={LEAST_PASSWORD}
          {...bind('password')}
        />
        {setUp.isError && Object.keys(wrong).length === 0 && <Refusal>{problemText(t, setUp.error)}</Refusal>}
        <Button type="submit" variant="filled" fullWidth loading={setUp.isPending}>
          {t('setup.submit')}
        </Button>
      </form>
    </Door>
  );
}
