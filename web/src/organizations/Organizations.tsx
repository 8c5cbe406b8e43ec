// Every organization: customers, their branches, competitors, ourselves.

import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Organization } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Avatar } from '~/app/shared/Avatar';
import { Failure } from '~/app/shared/Failure';
import { Grid, type GridColumn } from '~/app/shared/Grid';
import { ListPage } from '~/app/shared/ListPage';
import { Tile } from '~/app/shared/Tile';
import { useLongList } from '~/app/shared/useLongList';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { useMay } from '~/session/may';
import { useNames } from '~/settings/api';
import { organizationsQuery } from './api';
import { Kind } from './Kind';
import { OrganizationDrawer } from './OrganizationDrawer';

export default function Organizations() {
  const { t, f } = useWords();
  const navigate = useNavigate();
  const q = useSearch({ from: '/frame/organizations', select: (search) => search.q });
  const query = useInfiniteQuery(organizationsQuery({ q }));
  const { rows, total, more } = useLongList(query);
  const [adding, setAdding] = useState(false);
  const names = useNames();
  const may = useMay();
  const columns = useMemo(() => columnsOf(t, f, names), [t, f, names]);
  return (
    <ListPage
      title={t('nav.organizations')}
      total={total}
      searchLabel={t('organizations.search')}
      {...(may('create', 'organization') && {
        add: { label: t('organizations.new'), onAdd: () => setAdding(true) },
      })}
    >
      {query.isPending && <Waiting rows={14} />}
      {query.isError && (
        <Failure what={t('organizations.failed')} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && (
        <Grid
          label={t('nav.organizations')}
          rows={rows}
          total={total}
          columns={columns}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: '/organizations/$organizationId', params: { organizationId: id } })}
          onNearEnd={more}
        />
      )}
      <OrganizationDrawer organization={null} opened={adding} onClose={() => setAdding(false)} />
    </ListPage>
  );
}

type Words = ReturnType<typeof useWords>;

function columnsOf(
  t: Words['t'],
  f: Words['f'],
  { ownerName, teamName }: ReturnType<typeof useNames>,
): GridColumn<Organization>[] {
  const plain = (value: string | null) => <span className={`${text.second} ${text.clip}`}>{value ?? ''}</span>;
  return [
    {
      key: 'name',
      header: t('organizations.name'),
      track: 'minmax(240px, 1.6fr)',
      onPhone: true,
      cell: (organization) => (
        <>
          <Tile id={organization.id} name={organization.name} />
          <span className={`${text.medium} ${text.clip}`}>{organization.name}</span>
          <Kind organization={organization} />
        </>
      ),
    },
    {
      key: 'sector',
      header: t('organizations.sector'),
      track: 'minmax(140px, 1fr)',
      cell: ({ sector }) => plain(sector),
    },
    {
      key: 'place',
      header: t('organizations.place'),
      track: 'minmax(160px, 1fr)',
      cell: ({ city, country }) => plain([city, country].filter(Boolean).join(' · ')),
    },
    {
      key: 'since',
      header: t('organizations.customer_since'),
      track: '150px',
      cell: ({ customer_since: since }) => plain(since ? f.fullDay(since) : null),
    },
    {
      key: 'team',
      header: t('organizations.team'),
      track: '140px',
      cell: ({ team_id: team }) => plain(teamName(team)),
    },
    {
      key: 'owner',
      header: t('organizations.owner'),
      track: '170px',
      cell: ({ owner_id: id }) => {
        const owner = ownerName(id);
        return (
          owner && (
            <>
              <Avatar name={owner} size={20} />
              <span className={`${text.second} ${text.clip}`}>{owner}</span>
            </>
          )
        );
      },
    },
  ];
}
