// What we sell: a name, a series, a price.

import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { answered, api, pageAfter } from '~/api/client';
import { keys } from '~/api/keys';
import type { Money, Product } from '~/api/types';
import { useWords } from '~/app/i18n';
import { ConflictChoice } from '~/app/shared/ConflictChoice';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import form from '~/app/shared/form.module.css';
import { Grid, type GridColumn } from '~/app/shared/Grid';
import { ListPage } from '~/app/shared/ListPage';
import { RecordDrawer } from '~/app/shared/RecordDrawer';
import { useChange } from '~/app/shared/useChange';
import { useFields } from '~/app/shared/useFields';
import { useLongList } from '~/app/shared/useLongList';
import { useRecords } from '~/app/shared/useRecords';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { useMay } from '~/session/may';
import { CURRENCIES, toMinor, toUnits } from '~/words/fields';
import { problemText } from '~/words/problem';

const PAGE = 100;

const productsQuery = (filter: { q?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: [...keys.products, filter],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET('/products', {
          params: { query: { ...filter, limit: PAGE, ...pageAfter(pageParam) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

const useProducts = () => useRecords('/products', [keys.products]);

export default function Products() {
  const { t, f } = useWords();
  const q = useSearch({ from: '/frame/products', select: (search) => search.q });
  const query = useInfiniteQuery(productsQuery({ q }));
  const { rows, total, more } = useLongList(query);
  const [edited, setEdited] = useState<Product | 'new' | null>(null);
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
      {...(may('create', 'product') && { add: { label: t('products.new'), onAdd: () => setEdited('new') } })}
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
          onOpen={(product) => may('update', 'product') && setEdited(product)}
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
  const { t, f, language } = useWords();
  const { create, remove, restore } = useProducts();
  const change = useChange('/products', [keys.products], onClose);
  const words = { name: product?.name ?? '', series: product?.series ?? null };
  const { bind, body, wrong } = useFields(words, product ? change.problem : create.error);
  const [currency, setCurrency] = useState(product?.price?.currency ?? (language === 'zh-CN' ? 'CNY' : 'USD'));
  const [price, setPrice] = useState<number | null>(product?.price ? toUnits(product.price) : null);

  const attempt = async (deed: () => Promise<void>, failed: string) => {
    try {
      await deed();
      onClose();
    } catch (error) {
      report({ message: failed, detail: problemText(t, error) });
    }
  };
  const save = () => {
    const after = {
      ...body,
      name: body.name ?? '',
      price: price === null ? null : { currency, minor: toMinor(price, currency) },
    };
    if (product) {
      change.save({ seen: product, name: after.name, before: { ...words, price: product.price }, after });
      return;
    }
    void attempt(async () => {
      const made = await create.mutateAsync(after);
      report({ message: t('common.saved', { name: made.name }), undo: () => remove.mutateAsync(made) });
    }, t('common.not_saved'));
  };
  const take = (gone: Product) =>
    attempt(async () => {
      await remove.mutateAsync(gone);
      const undo = async () => void (await restore.mutateAsync(gone.id));
      report({ message: t('common.removed', { name: gone.name }), undo });
    }, t('common.not_removed'));

  return (
    <RecordDrawer
      title={t(product ? 'products.edit' : 'products.new')}
      opened
      saving={create.isPending || change.saving}
      onClose={onClose}
      onSave={save}
      instead={
        change.conflict && (
          <ConflictChoice
            {...change.conflict}
            saving={change.saving}
            onSettle={change.settle}
            fields={{
              name: { label: t('products.name') },
              series: { label: t('products.series') },
              price: { label: t('products.price'), show: (value) => (value ? f.money(value as Money) : '') },
            }}
          />
        )
      }
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
      {product && (
        <Button variant="subtle" onClick={() => void take(product)}>
          {t('common.remove')}
        </Button>
      )}
    </RecordDrawer>
  );
}
