// There is nothing at this address, or the server could not be reached at all.

import { Link } from '@tanstack/react-router';
import { useWords } from './i18n';
import css from './Lost.module.css';
import { Failure } from './shared/Failure';

export function Lost({ error }: { error?: unknown }) {
  const { t } = useWords();
  return (
    <main className={css.lost}>
      {error ? (
        <Failure what={t('lost.unreachable')} error={error} onRetry={() => window.location.reload()} />
      ) : (
        <>
          <h1 className={css.title}>{t('lost.title')}</h1>
          <Link to="/deals" className={css.link ?? ''}>
            {t('lost.home')}
          </Link>
        </>
      )}
    </main>
  );
}
