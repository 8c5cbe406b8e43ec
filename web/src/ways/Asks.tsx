// All asks: those that wait for an outcome, or those that are over.

import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '~/app/i18n';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { useLongList } from '~/app/shared/useLongList';
import { Waiting } from '~/app/shared/Waiting';
import { Topbar } from '~/app/shell/Topbar';
import text from '~/app/text.module.css';
import { AskedRow } from './AskedRow';
import css from './Asks.module.css';
import { asksQuery } from './api';

export default function Asks() {
  const { t } = useWords();
  const over = useSearch({ from: '/frame/ways', select: (search) => search.state === 'over' });
  const navigate = useNavigate({ from: '/ways' });
  const states = (
    <SegmentedControl
      aria-label={t('asks.which')}
      value={over ? 'over' : 'open'}
      onChange={(value) => void navigate({ search: { state: value === 'over' ? 'over' : undefined }, replace: true })}
      data={[
        { value: 'open', label: t('asks.open') },
        { value: 'over', label: t('asks.over') },
      ]}
    />
  );
  return (
    <>
      <Topbar crumbs={[{ label: t('nav.ways') }]} beside={states} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <section className={css.page} aria-label={t('nav.ways')} tabIndex={0}>
        <p className={`${text.small} ${text.second} ${css.rule}`}>{t('asks.rule')}</p>
        <AskList key={String(over)} open={!over} />
      </section>
    </>
  );
}

function AskList({ open }: { open: boolean }) {
  const { t } = useWords();
  const query = useInfiniteQuery(asksQuery({ open }));
  const { rows, more } = useLongList(query);
  if (query.isPending) return <Waiting rows={5} />;
  if (query.isError)
    return <Failure what={t('asks.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  if (rows.length === 0) return <Empty sentence={t(open ? 'asks.none_open' : 'asks.none_over')} />;
  return (
    <>
      <ul className={css.list}>
        {rows.map((ask) => (
          <AskedRow key={ask.id} ask={ask} withDeal />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={more}>
          {t('asks.more')}
        </Button>
      )}
    </>
  );
}
