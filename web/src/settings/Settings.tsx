// Settings: one's own profile, and for those who may, users, teams and API keys.

import { Link, Outlet } from '@tanstack/react-router';
import { useWords } from '~/app/i18n';
import { Topbar } from '~/app/shell/Topbar';
import { useSession } from '~/session/api';
import css from './Settings.module.css';

const PAGES = [
  { to: '/settings/profile', label: 'settings.profile', admin: false },
  { to: '/settings/users', label: 'settings.users', admin: true },
  { to: '/settings/teams', label: 'settings.teams', admin: true },
  { to: '/settings/api-keys', label: 'settings.api_keys', admin: true },
] as const;

export default function Settings() {
  const { t } = useWords();
  const { user } = useSession();
  const pages = PAGES.filter((page) => !page.admin || user.role === 'admin');
  return (
    <>
      <Topbar crumbs={[{ label: t('nav.settings') }]} />
      <div className={css.page}>
        <nav className={css.nav} aria-label={t('nav.settings')}>
          {pages.map(({ to, label }) => (
            <Link key={to} to={to} className={css.link ?? ''} activeProps={{ 'data-active': true }}>
              {t(label)}
            </Link>
          ))}
        </nav>
        <div className={css.main}>
          <Outlet />
        </div>
      </div>
    </>
  );
}
