// What somebody holds of one benefit point, as a button that opens what proves it.

import { Popover, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { BenefitCell, BenefitColumn } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { DeliveryBar } from '~/graphics/DeliveryBar';
import { StandingMark } from '~/graphics/StandingMark';
import css from './PointButton.module.css';
import { Proofs } from './Proofs';

interface Props {
  person: string;
  point: BenefitColumn;
  cell: BenefitCell;
  next: boolean;
  className?: string | undefined;
  children: ReactNode;
}

export function PointButton({ person, point, cell, next, className, children }: Props) {
  const { t, f } = useWords();
  const [open, setOpen] = useState(false);
  const standing = t(`standing.${cell.standing}`);
  const measures = t('benefit.measures', {
    importance: f.power(cell.importance),
    delivery: f.power(cell.delivery),
    gap: f.power(cell.gap),
  });
  return (
    <Popover opened={open} onChange={setOpen} width={340} position="bottom-start">
      <Popover.Target>
        <UnstyledButton
          className={className ?? ''}
          data-standing={cell.standing}
          data-next={next || undefined}
          onClick={() => setOpen(!open)}
        >
          <VisuallyHidden>{t('benefit.cell', { person, point: point.name })}</VisuallyHidden>
          {children}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={css.card ?? ''} tabIndex={0}>
        {open && (
          <>
            <header className={css.head}>
              <div className={text.medium}>{point.name}</div>
              <div className={`${text.small} ${text.second} ${css.standing}`}>
                <StandingMark standing={cell.standing} />
                {t('benefit.holder', { person, standing })}
              </div>
              <div className={`${text.tiny} ${text.third} ${css.standing}`}>
                <DeliveryBar delivery={cell.delivery} tick={cell.importance} />
                {measures}
              </div>
            </header>
            {cell.proof.length > 0 ? (
              <Proofs proof={cell.proof} />
            ) : (
              <p className={`${text.small} ${text.third} ${css.none}`}>{t('benefit.no_proof', { person })}</p>
            )}
            {next && <p className={`${text.small} ${css.next}`}>{t('benefit.next_words')}</p>}
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
