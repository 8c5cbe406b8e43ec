// The ruler with its finding: what our stage presumes, where the buyers' middle is, and on whom that was judged.

import { Popover, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { Gap, Id, PipelineStage } from '~/api/types';
import { useWords } from '~/app/i18n';
import { BUY_STAGES, buyIndex } from '~/beliefs/stages';
import { GapRuler } from '~/graphics/GapRuler';
import { TableTwin } from '~/graphics/TableTwin';
import { stageName } from '~/words/stage';
import { gapSentence, gapTone } from '../gap';
import css from './GapPanel.module.css';

export function GapPanel({
  gap,
  stage,
  names: people,
}: {
  gap: Gap;
  stage: PipelineStage;
  names: ReadonlyMap<Id, string>;
}) {
  const { t, f } = useWords();
  const { ref, width } = useElementSize();
  const shares = BUY_STAGES.map((name) => gap.shares.find((share) => share.stage === name)?.p ?? 0);
  const names = BUY_STAGES.map((name) => t(`state.${name}`));
  const judge = gap.judged_on && people.get(gap.judged_on);
  const basis = judge ? t('gap.judged_on', { person: judge }) : t('gap.judged_by_power');
  const sentence = gapSentence(t, f, gap);
  const finding = t('gap.expects', {
    stage: stageName(t, stage),
    expected: t(`state.${gap.recorded}`),
    median: t(`state.${gap.buyers_median}`),
  });
  return (
    <section className={css.panel} aria-label={t('gap.title')}>
      <div ref={ref} className={css.ruler}>
        {width > 0 && (
          <GapRuler
            width={width}
            stages={BUY_STAGES}
            shares={shares}
            buyers={buyIndex(gap.buyers_median)}
            recorded={buyIndex(gap.recorded)}
            tone={gapTone(gap)}
            words={{
              title: `${sentence}${t('common.sentence_gap')}${finding}`,
              stages: names,
              buyers: t('gap.buyers_middle', { state: t(`state.${gap.buyers_median}`) }),
              ours: t('gap.our_stage', { stage: stageName(t, stage) }),
              gap: sentence,
            }}
          />
        )}
      </div>
      <TableTwin
        caption={t('gap.title')}
        head={[t('gap.state'), t('gap.share')]}
        rows={names.map((name, index) => [name, f.percent(shares[index] ?? 0)])}
      />
      <div className={css.finding}>
        <Finding distance={sentence} sentence={finding} basis={basis} />
      </div>
      <Popover width={300} position="bottom-end">
        <Popover.Target>
          <UnstyledButton className={css.why}>
            {t('why.ask')} <VisuallyHidden>{t('gap.why')}</VisuallyHidden>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Finding distance={sentence} sentence={finding} basis={basis} />
        </Popover.Dropdown>
      </Popover>
    </section>
  );
}

function Finding({ distance, sentence, basis }: Record<'distance' | 'sentence' | 'basis', string>) {
  return (
    <>
      <p className={css.distance}>{distance}</p>
      <p className={css.sentence}>{sentence}</p>
      <p className={css.basis}>{basis}</p>
    </>
  );
}
