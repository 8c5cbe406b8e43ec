// The versions of the model: who changed what and why, and the way back.

import { Button, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Model, ModelVersion } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { versionsQuery } from './api';
import css from './History.module.css';
import { VersionDrawer } from './VersionDrawer';
import { versionName } from './versions';

export function History({ model }: { model: Model }) {
  const { t } = useWords();
  const query = useInfiniteQuery(versionsQuery);
  const [opened, setOpened] = useState<number | null>(null);
  if (query.isPending) return <Waiting />;
  if (query.isError)
    return <Failure what={t('model.history.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  const versions = query.data.pages.flatMap(({ data }) => data);
  return (
    <>
      <p className={`${text.second} ${css.lead}`}>
        {t(versions.length === 0 ? 'model.history.empty' : 'model.history.lead')}
      </p>
      <ul className={css.versions}>
        {versions.map((version) => (
          <VersionRow key={version.number} model={model} version={version} onOpen={() => setOpened(version.number)} />
        ))}
        {query.hasNextPage ? (
          <li>
            <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('common.more')}
            </Button>
          </li>
        ) : (
          <FileRow model={model} onOpen={() => setOpened(0)} />
        )}
      </ul>
      <VersionDrawer model={model} number={opened} onClose={() => setOpened(null)} />
    </>
  );
}

interface RowProps {
  model: Model;
  version: ModelVersion;
  onOpen: () => void;
}

function VersionRow({ model, version, onOpen }: RowProps) {
  const { t, f } = useWords();
  const { number, made_at: at, made_by: by, kind, returns_to: to, reason, figures } = version;
  return (
    <li className={css.version}>
      <UnstyledButton className={css.open} aria-label={t('model.history.open', { number })} onClick={onOpen}>
        <span className={css.called}>
          <span className={text.medium}>{versionName(t, number)}</span>
          <Chip tone={kind === 'learning' ? 'us' : 'plain'}>
            {kind !== 'return'
              ? t(`model.kind.${kind}`)
              : to
                ? t('model.kind.return_to', { number: to })
                : t('model.kind.return_to_file')}
          </Chip>
          {number === model.number && <Chip tone="outline">{t('model.history.in_force')}</Chip>}
        </span>
        <span className={css.reason}>{reason}</span>
        <span className={`${text.small} ${text.third}`}>
          {[by?.name ?? t('model.history.house'), f.moment(at), t('model.history.figures', { count: figures })].join(
            ' · ',
          )}
        </span>
      </UnstyledButton>
    </li>
  );
}

/** What all versions lie over. */
function FileRow({ model, onOpen }: { model: Model; onOpen: () => void }) {
  const { t } = useWords();
  return (
    <li className={css.version}>
      <UnstyledButton className={css.open} onClick={onOpen}>
        <span className={css.called}>
          <span className={text.medium}>{t('model.version_shipped')}</span>
          {model.number === 0 && <Chip tone="outline">{t('model.history.in_force')}</Chip>}
        </span>
        <span className={`${text.small} ${text.third}`}>
          {t(model.shipped ? 'model.history.shipped_does' : 'model.history.own_does')}
        </span>
      </UnstyledButton>
    </li>
  );
}
