// Settings → Model: the figures that estimates are made with, the history of their changes, and what is learned.

import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { Model as InForce } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import settings from '~/settings/Settings.module.css';
import { isSettling, modelQuery } from './api';
import { Figures } from './Figures';
import { FileButtons } from './FileButtons';
import { History } from './History';
import { HowFar } from './HowFar';
import { Learning } from './Learning';
import css from './Model.module.css';
import { versionName } from './versions';

const TABS = ['figures', 'history', 'learning'] as const;

export default function Model() {
  const { t } = useWords();
  const { tab = 'figures' } = useSearch({ from: '/frame/settings/model' });
  const query = useQuery(modelQuery);
  if (query.isPending) return <Waiting rows={12} />;
  if (query.isError)
    return <Failure what={t('model.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  const model = query.data;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div className={css.headline}>
          <h2 className={settings.title}>{t('settings.model')}</h2>
          <Chip>{versionName(t, model.number)}</Chip>
          {!model.shipped && <Chip tone="watch">{t('model.not_shipped')}</Chip>}
          <span className={css.space} />
          <FileButtons model={model} />
        </div>
        <p className={`${settings.lead} ${css.lead}`}>{t('model.lead')}</p>
        <Settling model={model} />
        <Unfit model={model} />
      </header>
      <nav className={css.tabs} aria-label={t('model.tabs')}>
        {TABS.map((name) => (
          <Link
            key={name}
            to="/settings/model"
            search={name === 'figures' ? {} : { tab: name }}
            className={css.tab ?? ''}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {t(`model.tab.${name}`)}
          </Link>
        ))}
      </nav>
      {tab === 'figures' && <Figures model={model} />}
      {tab === 'history' && <History model={model} />}
      {tab === 'learning' && <Learning model={model} />}
    </div>
  );
}

function Settling({ model }: { model: InForce }) {
  const { t, f } = useWords();
  if (!model.settling || !isSettling(model)) return null;
  const { deals, settled } = model.settling;
  return (
    <div className={css.settling} role="status">
      <span className={text.small}>
        {deals === null
          ? t('model.settling_soon')
          : t('model.settling', { settled: f.count(settled), deals: f.count(deals) })}
      </span>
      {deals !== null && <HowFar done={settled} of={deals} />}
    </div>
  );
}

function Unfit({ model }: { model: InForce }) {
  const { t } = useWords();
  if (model.unfit.length === 0) return null;
  return (
    <div className={css.unfit}>
      <p className={text.small}>{t('model.unfit', { count: model.unfit.length })}</p>
      <ul>
        {model.unfit.map(({ key, message }) => (
          <li key={key} className={text.small}>
            <code>{key}</code> {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
