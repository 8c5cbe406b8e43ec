// A benefit point in the making, or changed in place: its name, and the three rungs of its ladder.

import { Button, Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { keys } from '~/api/keys';
import type { BenefitPoint, BenefitPointFacts, Product } from '~/api/types';
import { useWords } from '~/app/i18n';
import { ConflictChoice } from '~/app/shared/ConflictChoice';
import form from '~/app/shared/form.module.css';
import { useChange } from '~/app/shared/useChange';
import { useFields } from '~/app/shared/useFields';
import { report } from '~/app/undo';
import { problemText } from '~/words/problem';
import { useBenefitPoints } from './api';
import css from './Ladder.module.css';
import { RUNGS } from './rungs';

interface Props {
  product: Product;
  point: BenefitPoint | null;
  position: number;
  onClose: () => void;
}

export function PointForm({ product, point, position, onClose }: Props) {
  const { t } = useWords();
  const { create, remove } = useBenefitPoints();
  const change = useChange('/benefit-points', [keys.products], onClose);
  const before = {
    name: point?.name ?? '',
    attribute: point?.attribute ?? null,
    consequence: point?.consequence ?? null,
    value: point?.value ?? null,
  };
  const { bind, body } = useFields(before, point ? change.problem : create.error);

  const add = async (facts: BenefitPointFacts) => {
    try {
      const made = await create.mutateAsync(facts);
      report({ message: t('common.saved', { name: made.name }), undo: () => remove.mutateAsync(made) });
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };
  const save = () => {
    const after = { ...body, name: body.name ?? '' };
    if (point) change.save({ seen: point, name: after.name, before, after });
    else void add({ ...after, product_id: product.id, position });
  };
  /** A rung is one line, however long: Enter saves, and Escape leaves everything as it was. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    save();
  };

  if (change.conflict) {
    return (
      <ConflictChoice
        {...change.conflict}
        saving={change.saving}
        onSettle={change.settle}
        fields={{
          name: { label: t('points.name') },
          attribute: { label: t('points.attribute') },
          consequence: { label: t('points.consequence') },
          value: { label: t('points.value') },
        }}
      />
    );
  }
  return (
    <form
      className={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        label={t('points.name')}
        description={t('points.name_hint')}
        maxLength={200}
        {...bind('name')}
        onKeyDown={onKeyDown}
        autoFocus
      />
      <div className={css.fields}>
        {RUNGS.map((rung) => (
          <Textarea
            key={rung}
            label={t(`points.${rung}`)}
            description={t(`points.${rung}_hint`)}
            autosize
            minRows={2}
            maxLength={500}
            {...bind(rung)}
            onKeyDown={onKeyDown}
          />
        ))}
      </div>
      <div className={form.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={create.isPending || change.saving}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
