// Log in. In a demo the way in stands beside the form.

import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import { useTheme } from '~/app/useTheme';
import { problemText } from '~/words/problem';
import { type Credentials, setupQuery, useLogIn, usePreferences } from './api';
import { Door } from './Door';
import css from './Door.module.css';
import { PasswordField } from './PasswordField';
import { Refusal } from './Refusal';

export default function Login() {
  const { t, language } = useWords();
  const preferences = usePreferences();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/login' });
  const logIn = useLogIn();
  const { setTheme } = useTheme();
  const { data: setup } = useQuery(setupQuery);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const enter = (credentials: Credentials) =>
    logIn.mutate(credentials, {
      onSuccess: async ({ user }) => {
        // The language somebody logs in with is their language from then on; the theme is what they chose last.
        if (user.language !== language) preferences.mutate({ language });
        setTheme(user.theme);
        await navigate({ href: to ?? '/' });
      },
    });

  return (
    <Door title={t('login.title')}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          enter({ email, password });
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
        <PasswordField
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
      {setup?.demo && <Demo demo={setup.demo} onEnter={enter} />}
    </Door>
  );
}

function Demo({ demo, onEnter }: { demo: Credentials; onEnter: (credentials: Credentials) => void }) {
  const { t } = useWords();
  return (
    <div className={css.demo}>
      <p>{t('login.demo')}</p>
      <Button fullWidth onClick={() => onEnter(demo)}>
        {t('login.demo_enter', { email: demo.email })}
      </Button>
    </div>
  );
}
