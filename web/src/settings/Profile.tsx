// One's own settings: language, theme, password.

import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Language, Theme } from '~/api/types';
import { LANGUAGES, speak, useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { useTheme } from '~/app/useTheme';
import { useNewPassword, usePreferences, useSession } from '~/session/api';
import { PasswordField } from '~/session/PasswordField';
import { fieldErrors, problemText } from '~/words/problem';
import css from './Settings.module.css';

const THEMES: readonly Theme[] = ['light', 'dark', 'system'];

export default function Profile() {
  const { t, language } = useWords();
  const { user } = useSession();
  const { theme, setTheme } = useTheme();
  const preferences = usePreferences();
  return (
    <>
      <section className={css.section}>
        <h2 className={css.title}>{user.name}</h2>
        <p className={css.lead}>
          {user.email} · {t(`user_role.${user.role}`)}
          {user.team && ` · ${user.team.name}`}
        </p>
      </section>
      <section className={`${css.section} ${css.fields}`}>
        <div>
          <div className={`${text.small} ${text.second}`}>{t('user.language')}</div>
          <SegmentedControl
            aria-label={t('user.language')}
            value={language}
            onChange={async (value) => {
              await speak(value as Language);
              preferences.mutate({ language: value as Language });
            }}
            data={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </div>
        <div>
          <div className={`${text.small} ${text.second}`}>{t('user.theme')}</div>
          <SegmentedControl
            aria-label={t('user.theme')}
            value={theme}
            onChange={(value) => {
              setTheme(value as Theme);
              preferences.mutate({ theme: value as Theme });
            }}
            data={THEMES.map((choice) => ({ value: choice, label: t(`theme.${choice}`) }))}
          />
        </div>
      </section>
      <Password />
    </>
  );
}

function Password() {
  const { t } = useWords();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useNewPassword();
  const submit = () =>
    change.mutate(
      { current, new: next },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
          report({ message: t('profile.password_changed') });
        },
        onError: (error) => report({ message: t('profile.password_kept'), detail: problemText(t, error) }),
      },
    );
  const wrong = fieldErrors(t, change.error);
  return (
    <form
      className={`${css.section} ${css.fields}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 className={css.title}>{t('profile.password')}</h2>
      <PasswordField
        label={t('profile.current_password')}
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        error={wrong.current}
      />
      <PasswordField
        label={t('profile.new_password')}
        autoComplete="new-password"
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
        error={wrong.password}
      />
      <div>
        <Button type="submit" disabled={!current || !next} loading={change.isPending}>
          {t('profile.change_password')}
        </Button>
      </div>
    </form>
  );
}
