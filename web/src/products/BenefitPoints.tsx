// The benefit points of a product, as ladders in their order: added, changed in place, moved and put away, each with
// its way back.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '~/api/keys';
import type { BenefitPoint, Product } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Failure } from '~/app/shared/Failure';
import { Section } from '~/app/shared/Section';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { useMay } from '~/session/may';
import { problemText } from '~/words/problem';
import { pointsQuery, useBenefitPoints } from './api';
import css from './Ladder.module.css';
import { displaced, lastPlace, movedBy } from './order';
import { PointForm } from './PointForm';
import { PointRow } from './PointRow';

export function BenefitPoints({ product }: { product: Product }) {
  const { t } = useWords();
  const query = useQuery(pointsQuery(product.id));
  const [open, setOpen] = useState<string | null>(null);
  const may = useMay();
  const { move, take } = useDeeds(product);
  if (query.isPending) return <Waiting rows={4} height={60} />;
  if (query.isError) {
    return <Failure what={t('points.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  }
  const points = query.data;
  const close = () => setOpen(null);
  const adding = open === 'new';

  return (
    <Section
      title={t('points.title')}
      none={t('points.none')}
      count={points.length + (adding ? 1 : 0)}
      {...(may('create', 'product') && { add: { label: t('points.new'), onAdd: () => setOpen('new') } })}
    >
      {points.length > 0 && <li className={`${text.small} ${text.third} ${css.hint}`}>{t('points.hint')}</li>}
      {points.map((point, index) => (
        <li key={point.id} className={css.point}>
          {open === point.id ? (
            <PointForm product={product} point={point} position={point.position} onClose={close} />
          ) : (
            <PointRow
              point={point}
              first={index === 0}
              last={index === points.length - 1}
              may={may}
              onEdit={() => setOpen(point.id)}
              onMove={(by) => void move(point, movedBy(points, index, by))}
              onRemove={() => void take(point)}
            />
          )}
        </li>
      ))}
      {adding && (
        <li className={css.point}>
          <PointForm product={product} point={null} position={lastPlace(points)} onClose={close} />
        </li>
      )}
    </Section>
  );
}

function useDeeds(product: Product) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const { change, remove, restore } = useBenefitPoints();

  /** Puts the point where the list has it. The list is shown in its new order at once. */
  const move = async (point: BenefitPoint, list: BenefitPoint[]) => {
    queryClient.setQueryData(keys.benefitPoints(product.id), list);
    const put = (one: BenefitPoint, version: number, position: number) =>
      change.mutateAsync({ id: one.id, version, body: { position } });
    try {
      const moved = await Promise.all(
        displaced(list).map(async ({ one, position }) => ({ one, now: await put(one, one.version, position) })),
      );
      report({
        message: t('points.moved', { name: point.name }),
        undo: async () => void (await Promise.all(moved.map(({ one, now }) => put(one, now.version, one.position)))),
      });
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
      await queryClient.invalidateQueries({ queryKey: keys.benefitPoints(product.id) });
    }
  };

  const take = async (point: BenefitPoint) => {
    try {
      await remove.mutateAsync(point);
      report({
        message: t('common.removed', { name: point.name }),
        undo: async () => void (await restore.mutateAsync(point.id)),
      });
    } catch (error) {
      report({ message: t('common.not_removed'), detail: problemText(t, error) });
    }
  };

  return { move, take };
}
