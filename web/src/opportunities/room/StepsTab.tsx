// The steps of our own process: when each was taken and by whom, what it presumes of the buyers, and what comes next.

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PipelineStage, Room, StageChange } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import { useMay } from '~/session/may';
import { stageName } from '~/words/stage';
import { pipelinesQuery } from '../api';
import { fitOf } from '../gap';
import { useMoveDeal } from '../useMoveDeal';
import css from './StepsTab.module.css';

export function StepsTab({ room }: { room: Room }) {
  const { t } = useWords();
  const pipelines = useQuery(pipelinesQuery);
  const moveDeal = useMoveDeal();
  if (pipelines.isPending) return <Waiting rows={9} height={36} />;
  const pipeline = pipelines.data?.find(({ id }) => id === room.opportunity.pipeline_id);
  const stages = [...(pipeline?.stages ?? [])].sort((a, b) => a.position - b.position);
  const here = room.stage?.stage ?? room.opportunity.stage;
  const now = stages.findIndex(({ id }) => id === here.id);
  return (
    <ol className={css.steps} aria-label={t('room.steps')}>
      {stages.map((stage, index) => (
        <Step
          key={stage.id}
          stage={stage}
          number={index + 1}
          place={index < now ? 'before' : index === now ? 'here' : 'after'}
          changes={room.stage_changes.filter(
            (change) => change.stage.id === stage.id && change.at.slice(0, 10) <= room.as_of,
          )}
          room={room}
          onMove={() => void moveDeal(room.opportunity, room.opportunity.stage, stage)}
        />
      ))}
    </ol>
  );
}

interface StepProps {
  stage: PipelineStage;
  number: number;
  place: 'before' | 'here' | 'after';
  changes: StageChange[];
  room: Room;
  onMove: () => void;
}

function Step({ stage, number, place, changes, room, onMove }: StepProps) {
  const { t, f } = useWords();
  const may = useMay();
  const mayMove = room.opportunity.closure === null && may('update', 'opportunity', room.opportunity);
  const judged = room.gap ? fitOf(stage.expects, room.gap.buyers_median) : null;
  return (
    <li className={css.step} data-place={place} aria-current={place === 'here' ? 'step' : undefined}>
      <span className={css.mark}>
        {place === 'before' && changes.length > 0 ? <Icon name="check" size={13} /> : number}
      </span>
      <div className={css.body}>
        <div className={css.head}>
          <span className={css.name}>{stageName(t, stage)}</span>
          {place === 'here' && <Chip tone="us">{t('steps.here')}</Chip>}
          {place === 'here' && judged && !judged.fits && judged.steps > 0 && (
            <Chip tone="away">▲ {t('gap.ahead', { steps: f.steps(judged.steps) })}</Chip>
          )}
        </div>
        <div className={`${text.small} ${text.third}`}>
          {t('steps.expects', { state: t(`state.${stage.expects}`) })}
        </div>
        {place === 'before' && changes.length === 0 && (
          <div className={`${text.small} ${text.third}`}>{t('steps.passed_over')}</div>
        )}
        {changes.map((change) => (
          <div key={change.id} className={`${text.small} ${text.second} ${css.change}`}>
            {f.fullDay(change.at)}
            {change.by && ` · ${change.by.name}`}
            {change.note && <span className={text.third}> · {change.note}</span>}
            {change.assumed && <Chip tone="dashed">{t('assumed.chip')}</Chip>}
          </div>
        ))}
      </div>
      {mayMove && place !== 'here' && (
        <Button size="xs" onClick={onMove}>
          {t('steps.move_here')}
        </Button>
      )}
    </li>
  );
}
