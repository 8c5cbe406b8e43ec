// Who is logged in; language and theme one click away; the way out.

import { Menu, UnstyledButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Language, Theme } from '~/api/types';
import { LANGUAGES, speak, useWords } from '~/app/i18n';
import { Avatar } from '~/app/shared/Avatar';
import { useTheme } from '~/app/useTheme';
import { Icon } from '~/graphics/Icon';
import { logOut, usePreferences, useSession } from '~/session/api';
import css from './UserMenu.module.css';

const THEMES: readonly Theme[] = ['light', 'dark', 'system'];

export function UserMenu({ folded }: { folded: boolean }) {
  const { t, language } = useWords();
  const { user } = useSession();
  const { theme, setTheme } = useTheme();
  const preferences = usePreferences();
  const queryClient = useQueryClient();
  const navigate = useNavigate();

  const chooseLanguage = async (choice: Language) => {
    await speak(choice);
    preferences.mutate({ language: choice });
  };
  const chooseTheme = (choice: Theme) => {
    setTheme(choice);
    preferences.mutate({ theme: choice });
  };
  const leave = async () => {
    await logOut(queryClient);
    await navigate({ to: '/login' });
  };
  const tick = (on: boolean) => (on ? <Icon name="check" size={14} /> : null);

  return (
    <Menu position="right-end" width={216} withinPortal>
      <Menu.Target>
        <UnstyledButton className={css.user}>
          <Avatar name={user.name} />
          {!folded && <span className={css.name}>{user.name}</span>}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('user.language')}</Menu.Label>
        {LANGUAGES.map(({ code, name }) => (
          <Menu.Item
            key={code}
            lang={code}
            onClick={() => void chooseLanguage(code)}
            rightSection={tick(code === language)}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Label>{t('user.theme')}</Menu.Label>
        {THEMES.map((choice) => (
          <Menu.Item key={choice} onClick={() => chooseTheme(choice)} rightSection={tick(choice === theme)}>
            {t(`theme.${choice}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="settings" />} component={Link} to="/settings/profile">
          {t('settings.profile')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="logout" />} onClick={() => void leave()}>
          {t('user.log_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
