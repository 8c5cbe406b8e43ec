// What dropping here would say: whether this stage fits where the buyers are.

import type { Card, PipelineStage } from '~/api/types';
import { useWords } from '~/app/i18n';
import { stageName } from '~/words/stage';
import { fitOf } from '../gap';
import css from './DropNote.module.css';

export function DropNote({ card, stage }: { card: Card; stage: PipelineStage }) {
  const { t, f } = useWords();
  const name = stageName(t, stage);
  if (!card.gap) return <p className={css.note}>{t('drop.unknown', { stage: name })}</p>;
  const { steps, fits } = fitOf(stage.expects, card.gap.buyers_median);
  const state = t(`state.${card.gap.buyers_median}`);
  return (
    <p className={css.note} data-fit={fits ? 'fits' : steps > 0 ? 'ahead' : 'behind'}>
      {t('drop.buyers_at', { state })}
      <br />
      {fits ? t('drop.fits') : t(steps > 0 ? 'drop.ahead' : 'drop.behind', { steps: f.steps(steps) })}
    </p>
  );
}
