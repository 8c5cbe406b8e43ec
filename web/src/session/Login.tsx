// Log in.

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import { problemText } from '~/words/problem';
import { useLogIn, usePreferences } from './api';
import { Door } from './Door';
import { Refusal } from './Refusal';

export default function Login() {
  const { t, language } = useWords();
  const preferences = usePreferences();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/login' });
  const logIn = useLogIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const submit = () =>
    logIn.mutate(
      { email, password },
      {
        onSuccess: async ({ user }) => {
          // The language somebody logs in with is their language from then on.
          if (user.language !== language) preferences.mutate({ language });
          await navigate({ href: to ?? '/' });
        },
      },
    );

  return (
    <Door title={t('login.title')}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextInput
          label={t('user.email')}
          type="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          required
          withAsterisk={false}
          autoFocus
        />
        <PasswordInput
          label={t('user.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
        {logIn.isError && <Refusal>{problemText(t, logIn.error)}</Refusal>}
        <Button type="submit" variant="filled" fullWidth loading={logIn.isPending}>
          {t('login.submit')}
        </Button>
      </form>
    </Door>
  );
}
