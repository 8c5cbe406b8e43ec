// One benefit point as a ladder: what the product has, what that does, what it is worth.

import { ActionIcon } from '@mantine/core';
import type { BenefitPoint } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import type { IconName } from '~/graphics/icons';
import type { May } from '~/session/may';
import css from './Ladder.module.css';
import { RUNGS } from './rungs';

interface Props {
  point: BenefitPoint;
  first: boolean;
  last: boolean;
  may: May;
  onEdit: () => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

export function PointRow({ point, first, last, may, onEdit, onMove, onRemove }: Props) {
  const { t } = useWords();
  const { name } = point;
  const tool = (icon: IconName, label: string, onClick: () => void, disabled = false) => (
    <ActionIcon size={24} aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <Icon name={icon} size={14} />
    </ActionIcon>
  );
  return (
    <>
      <header className={css.head}>
        <h4 className={css.name}>{name}</h4>
        {point.assumed && (
          <Chip tone="dashed" title={t('assumed.explain')}>
            {t('assumed.chip')}
          </Chip>
        )}
        <span className={css.tools}>
          {may('update', 'product') && (
            <>
              {tool('up', t('points.up', { name }), () => onMove(-1), first)}
              {tool('downward', t('points.down', { name }), () => onMove(1), last)}
              {tool('pencil', t('common.edit_named', { name }), onEdit)}
            </>
          )}
          {may('delete', 'product') && tool('trash', t('common.remove_named', { name }), onRemove)}
        </span>
      </header>
      <ol className={css.ladder}>
        {RUNGS.map((rung, index) => (
          <li key={rung} className={css.rung} data-told={point[rung] !== null || undefined}>
            {index > 0 && (
              <span className={css.leads} aria-hidden="true">
                <Icon name="arrow" size={14} />
              </span>
            )}
            <span className={text.label}>{t(`points.${rung}`)}</span>
            <p className={css.words}>{point[rung] ?? t('points.untold')}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
