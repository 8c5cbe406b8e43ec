// Settings: one's own profile and API keys, for managers the limits and the model, for administrators the users and teams.

import { Link, Outlet } from '@tanstack/react-router';
import { useWords } from '~/app/i18n';
import { Topbar } from '~/app/shell/Topbar';
import { useMay } from '~/session/may';
import css from './Settings.module.css';

const PAGES = [
  { to: '/settings/profile', label: 'settings.profile', asked: null },
  { to: '/settings/completeness', label: 'settings.completeness', asked: null },
  { to: '/settings/limits', label: 'settings.limits', asked: 'limits' },
  { to: '/settings/model', label: 'settings.model', asked: 'model' },
  { to: '/settings/users', label: 'settings.users', asked: 'user' },
  { to: '/settings/teams', label: 'settings.teams', asked: 'user' },
  { to: '/settings/api-keys', label: 'settings.api_keys', asked: null },
] as const;

export default function Settings() {
  const { t } = useWords();
  const may = useMay();
  const pages = PAGES.filter(({ asked }) => asked === null || may('update', asked));
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
