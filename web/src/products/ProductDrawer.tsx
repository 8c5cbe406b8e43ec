// Making or changing a product: a name, a series, a price.

import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { keys } from '~/api/keys';
import type { Money, Product, ProductFacts } from '~/api/types';
import { useWords } from '~/app/i18n';
import { ConflictChoice } from '~/app/shared/ConflictChoice';
import form from '~/app/shared/form.module.css';
import { RecordDrawer } from '~/app/shared/RecordDrawer';
import { useChange } from '~/app/shared/useChange';
import { useFields } from '~/app/shared/useFields';
import { report } from '~/app/undo';
import { CURRENCIES, toMinor, toUnits } from '~/words/fields';
import { problemText } from '~/words/problem';
import { useProducts } from './api';

export function ProductDrawer({ product, onClose }: { product: Product | null; onClose: () => void }) {
  const { t, f, language } = useWords();
  const { create, remove } = useProducts();
  const change = useChange('/products', [keys.products], onClose);
  const words = { name: product?.name ?? '', series: product?.series ?? null };
  const { bind, body, wrong } = useFields(words, product ? change.problem : create.error);
  const [currency, setCurrency] = useState(product?.price?.currency ?? (language === 'zh-CN' ? 'CNY' : 'USD'));
  const [price, setPrice] = useState<number | null>(product?.price ? toUnits(product.price) : null);

  const add = async (facts: ProductFacts) => {
    try {
      const made = await create.mutateAsync(facts);
      report({ message: t('common.saved', { name: made.name }), undo: () => remove.mutateAsync(made) });
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
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
    void add(after);
  };
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
    </RecordDrawer>
  );
}
