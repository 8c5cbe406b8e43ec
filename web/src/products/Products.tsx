// What we sell: a name, a series, a price.

import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Product } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Grid, type GridColumn } from '~/app/shared/Grid';
import { ListPage } from '~/app/shared/ListPage';
import { useLongList } from '~/app/shared/useLongList';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { useMay } from '~/session/may';
import { productsQuery } from './api';
import { ProductDrawer } from './ProductDrawer';

export default function Products() {
  const { t, f } = useWords();
  const navigate = useNavigate();
  const q = useSearch({ from: '/frame/products', select: (search) => search.q });
  const query = useInfiniteQuery(productsQuery({ q }));
  const { rows, total, more } = useLongList(query);
  const [adding, setAdding] = useState(false);
  const may = useMay();
  const columns = useMemo<GridColumn<Product>[]>(
    () => [
      {
        key: 'name',
        header: t('products.name'),
        track: 'minmax(240px, 2fr)',
        onPhone: true,
        cell: ({ name }) => <span className={`${text.medium} ${text.clip}`}>{name}</span>,
      },
      {
        key: 'series',
        header: t('products.series'),
        track: 'minmax(160px, 1fr)',
        cell: ({ series }) => <span className={`${text.second} ${text.clip}`}>{series ?? ''}</span>,
      },
      {
        key: 'price',
        header: t('products.price'),
        track: '160px',
        end: true,
        onPhone: true,
        cell: ({ price }) => (price ? f.money(price) : ''),
      },
    ],
    [t, f],
  );
  return (
    <ListPage
      title={t('nav.products')}
      total={total}
      searchLabel={t('products.search')}
      {...(may('create', 'product') && { add: { label: t('products.new'), onAdd: () => setAdding(true) } })}
    >
      {query.isPending && <Waiting rows={8} />}
      {query.isError && (
        <Failure what={t('products.failed')} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && rows.length === 0 && !q && (
        <Empty sentence={t('products.empty')} example={t('products.example')} />
      )}
      {query.isSuccess && (rows.length > 0 || q) && (
        <Grid
          label={t('nav.products')}
          rows={rows}
          total={total}
          columns={columns}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: '/products/$productId', params: { productId: id } })}
          onNearEnd={more}
        />
      )}
      {adding && <ProductDrawer product={null} onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
