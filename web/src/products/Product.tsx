// One product: what it is called and costs, and the benefit points it offers.

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Product as ProductRecord } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Failure } from '~/app/shared/Failure';
import css from '~/app/shared/Record.module.css';
import { Tile } from '~/app/shared/Tile';
import { Waiting } from '~/app/shared/Waiting';
import { Topbar } from '~/app/shell/Topbar';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { useMay } from '~/session/may';
import { problemText } from '~/words/problem';
import { productQuery, useProducts } from './api';
import { BenefitPoints } from './BenefitPoints';
import { ProductDrawer } from './ProductDrawer';

export default function Product() {
  const { t } = useWords();
  const { productId } = useParams({ from: '/frame/products/$productId' });
  const query = useQuery(productQuery(productId));
  if (query.isPending) return <Waiting />;
  if (query.isError)
    return <Failure what={t('products.one_failed')} error={query.error} onRetry={() => void query.refetch()} />;
  return <OpenProduct key={query.data.id} product={query.data} />;
}

function OpenProduct({ product }: { product: ProductRecord }) {
  const { t, f } = useWords();
  const navigate = useNavigate();
  const { remove, restore } = useProducts();
  const [editing, setEditing] = useState(false);
  const may = useMay();
  const facts = [
    [t('products.series'), product.series],
    [t('products.price'), product.price && f.money(product.price)],
  ] as const;

  const take = async () => {
    try {
      await remove.mutateAsync(product);
      report({
        message: t('common.removed', { name: product.name }),
        undo: async () => void (await restore.mutateAsync(product.id)),
      });
      await navigate({ to: '/products' });
    } catch (error) {
      report({ message: t('common.not_removed'), detail: problemText(t, error) });
    }
  };

  return (
    <>
      <Topbar crumbs={[{ label: t('nav.products'), link: { to: '/products' } }, { label: product.name }]}>
        {may('delete', 'product') && (
          <Button variant="subtle" onClick={() => void take()}>
            {t('common.remove')}
          </Button>
        )}
        {may('update', 'product') && <Button onClick={() => setEditing(true)}>{t('common.edit')}</Button>}
      </Topbar>
      <div className={css.page}>
        <aside className={css.facts}>
          <div className={css.who}>
            <Tile id={product.id} name={product.name} size={40} />
            <div className={css.names}>
              <h2 className={text.title}>{product.name}</h2>
            </div>
          </div>
          <dl className={css.list}>
            {facts.map(([name, value]) =>
              value ? (
                <div key={name} style={{ display: 'contents' }}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ) : null,
            )}
          </dl>
        </aside>
        <div className={css.main}>
          <BenefitPoints product={product} />
        </div>
      </div>
      {editing && <ProductDrawer product={product} onClose={() => setEditing(false)} />}
    </>
  );
}
