// What we sell: a name, a series, a price.

import { NumberInput, Select, TextInput } from '@mantine/core';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api } from '~/api/client';
import { keys } from '~/api/keys';
import type { Money, Page, Product } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import form from '~/app/shared/form.module.css';
import { Grid, type GridColumn } from '~/app/shared/Grid';
import { ListPage } from '~/app/shared/ListPage';
import { RecordDrawer } from '~/app/shared/RecordDrawer';
import { useFields } from '~/app/shared/useFields';
import { useLongList } from '~/app/shared/useLongList';
import { useRecords } from '~/app/shared/useRecords';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { CURRENCIES, toMinor, toUnits } from '~/words/fields';
import { problemText } from '~/words/problem';

interface ProductBody {
  name: string;
  series: string | null;
  price: Money | null;
}

const PAGE = 100;

const productsQuery = (filter: { q: string | null }) =>
  infiniteQueryOptions({
    queryKey: [...keys.products, filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Product>>(
        '/products',
        { ...filter, cursor: pageParam, limit: PAGE, count: pageParam === null },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

const useProducts = () => useRecords<Product, ProductBody>('/products', [keys.products]);

export default function Products() {
  const { t, f } = useWords();
  const q = useSearch({ from: '/frame/products', select: (search) => search.q ?? null });
  const query = useInfiniteQuery(productsQuery({ q }));
  const { rows, total, more } = useLongList(query);
  const [edited, setEdited] = useState<Product | 'new' | null>(null);
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
      addLabel={t('products.new')}
      onAdd={() => setEdited('new')}
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
          onOpen={setEdited}
          onNearEnd={more}
        />
      )}
      {edited && (
        <ProductDrawer
          key={edited === 'new' ? 'new' : edited.id}
          product={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </ListPage>
  );
}

function ProductDrawer({ product, onClose }: { product: Product | null; onClose: () => void }) {
  const { t, language } = useWords();
  const { create, change, remove } = useProducts();
  const saving = product ? change : create;
  const { bind, body, wrong } = useFields({ name: product?.name ?? '', series: product?.series ?? null }, saving.error);
  const [currency, setCurrency] = useState(product?.price?.currency ?? (language === 'zh-CN' ? 'CNY' : 'USD'));
  const [price, setPrice] = useState<number | null>(product?.price ? toUnits(product.price) : null);

  const save = async () => {
    const sent: ProductBody = {
      name: body.name ?? '',
      series: body.series,
      price: price === null ? null : { minor: toMinor(price, currency), currency },
    };
    try {
      if (product) {
        await change.mutateAsync({ id: product.id, body: sent });
        const before = { name: product.name, series: product.series, price: product.price };
        report({
          message: t('common.saved', { name: sent.name }),
          undo: async () => void (await change.mutateAsync({ id: product.id, body: before })),
        });
      } else {
        const made = await create.mutateAsync(sent);
        report({ message: t('common.saved', { name: made.name }), undo: () => remove.mutateAsync(made.id) });
      }
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <RecordDrawer
      title={t(product ? 'products.edit' : 'products.new')}
      opened
      saving={saving.isPending}
      onClose={onClose}
      onSave={() => void save()}
    >
      <TextInput label={t('products.name')} {...bind('name')} data-autofocus />
      <TextInput label={t('products.series')} {...bind('series')} />
      <div className={form.pair}>
        <NumberInput
          label={t('products.price')}
          value={price ?? ''}
          onChange={(value) => setPrice(typeof value === 'number' ? value : null)}
          thousandSeparator=","
          min={0}
          hideControls
          error={wrong.price}
        />
        <Select
          label={t('deal.currency')}
          data={CURRENCIES}
          value={currency}
          onChange={(value) => value && setCurrency(value)}
        />
      </div>
    </RecordDrawer>
  );
}
