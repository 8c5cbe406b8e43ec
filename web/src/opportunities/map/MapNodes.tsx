// What stands on the map: a person as a glyph with a name and a state, and the lane under them.

import { Link, useParams } from '@tanstack/react-router';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { useWords } from '~/app/i18n';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { initials } from '~/words/names';
import { readingWords } from '~/words/reading';
import { useAt } from '../room/useAt';
import type { LaneNode as LaneNodeType, PersonNode as PersonNodeType } from './graph';
import css from './MapNodes.module.css';

const SMALLEST = 38;
const LARGEST = 52;

export function PersonNode({ data }: NodeProps<PersonNodeType>) {
  const { t, f } = useWords();
  const { dealId } = useParams({ from: '/frame/deals/$dealId' });
  const [at] = useAt();
  const { person, stakeholder, ours, isOwner } = data;
  const reading = stakeholder?.reading ?? null;
  const size = stakeholder ? SMALLEST + (LARGEST - SMALLEST) * Math.min(1, stakeholder.power * 1.6) : SMALLEST;
  const body = (
    <>
      <span className={css.glyph}>
        <PersonGlyph
          size={Math.round(size)}
          ours={ours}
          state={reading?.median_stage ?? null}
          sure={reading?.sure ?? true}
          power={stakeholder?.power ?? 0}
          influence={stakeholder?.influence}
          veto={stakeholder?.veto ?? false}
          initials={initials(person.name)}
        />
      </span>
      <span className={css.name} data-assumed={person.assumed || undefined}>
        {person.name}
      </span>
      <span className={css.title}>{isOwner ? t('map.owner') : person.title}</span>
      {stakeholder && (
        <span className={css.state} data-blocked={reading?.named_stage === 'blocked' || undefined}>
          {stakeholder.excluded ? t('exclusion.chip') : readingWords(t, f, reading)}
        </span>
      )}
    </>
  );
  return (
    <>
      <Handle type="target" position={Position.Top} className={css.handle} isConnectable={false} />
      {stakeholder ? (
        <Link
          to="/deals/$dealId/people/$personId"
          params={{ dealId, personId: person.id }}
          search={{ at: at ?? undefined }}
          className={css.person ?? ''}
          title={t('map.weight', { power: f.power(stakeholder.power), influence: f.percent(stakeholder.influence) })}
        >
          {body}
        </Link>
      ) : (
        <div className={css.person}>{body}</div>
      )}
      <Handle type="source" position={Position.Bottom} className={css.handle} isConnectable={false} />
    </>
  );
}

export function LaneNode({ data, width, height }: NodeProps<LaneNodeType>) {
  const { t } = useWords();
  return (
    <div className={css.lane} data-lane={data.lane} style={{ width, height }}>
      {data.lane !== 'ours' && data.names.length > 0 && `${data.names.join(t('common.list_gap'))} · `}
      {t(`lane.${data.lane}`)}
    </div>
  );
}
