// What if: people put where they are not, and what that would make of the chance to win and of everybody else. Nothing is kept.

import { Button, Drawer, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Id, Room, RoomPerson, Stage, Supposed } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import { Failure } from '~/app/shared/Failure';
import text from '~/app/text.module.css';
import { stagesOf } from '~/beliefs/stages';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { initials } from '~/words/names';
import { readingWords } from '~/words/reading';
import { suppositionQuery } from '../outlook/api';
import css from './Suppose.module.css';
import { Supposition } from './Supposition';

interface Props {
  room: Room;
  opened: boolean;
  onClose: () => void;
}

export function Suppose({ room, opened, onClose }: Props) {
  const { t } = useWords();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      withOverlay={false}
      lockScroll={false}
      size={440}
      title={
        <span className={css.head}>
          {t('suppose.title')} <Chip tone="dashed">{t('suppose.chip')}</Chip>
        </span>
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {opened && <Supposing room={room} />}
    </Drawer>
  );
}

function Supposing({ room }: { room: Room }) {
  const { t } = useWords();
  const [stages, setStages] = useState<ReadonlyMap<Id, Stage>>(new Map());
  const supposed: Supposed[] = [...stages].map(([id, stage]) => ({ person_id: id, stage }));
  const answer = useQuery(suppositionQuery(room.opportunity.id, supposed));
  const people = room.stakeholders
    .filter(({ active, excluded }) => active && !excluded)
    .sort((a, b) => b.power - a.power);
  const suppose = (id: Id, stage: Stage | null) => {
    const next = new Map(stages);
    if (stage) next.set(id, stage);
    else next.delete(id);
    setStages(next);
  };
  return (
    <article className={css.suppose}>
      <p className={`${text.small} ${text.third} ${css.lead}`}>{t('suppose.lead')}</p>
      <ul className={css.people}>
        {people.map((stakeholder) => (
          <Supposable
            key={stakeholder.person.id}
            stakeholder={stakeholder}
            stages={stagesOf(room.phase)}
            supposed={stages.get(stakeholder.person.id) ?? null}
            onSuppose={suppose}
          />
        ))}
      </ul>
      {supposed.length > 0 && (
        <>
          {answer.isError && <Failure what={t('suppose.failed')} error={answer.error} />}
          {answer.data && <Supposition room={room} answer={answer.data} supposed={stages} stale={answer.isFetching} />}
          <footer className={css.foot}>
            <Button onClick={() => setStages(new Map())}>{t('suppose.reset')}</Button>
          </footer>
        </>
      )}
    </article>
  );
}

interface SupposableProps {
  stakeholder: RoomPerson;
  stages: readonly Stage[];
  supposed: Stage | null;
  onSuppose: (id: Id, stage: Stage | null) => void;
}

function Supposable({ stakeholder, stages, supposed, onSuppose }: SupposableProps) {
  const { t, f } = useWords();
  const { person, reading, power, veto } = stakeholder;
  return (
    <li className={css.person} data-supposed={supposed !== null || undefined}>
      <PersonGlyph
        size={24}
        state={supposed ?? reading?.median_stage ?? null}
        sure={supposed !== null || (reading?.sure ?? true)}
        power={power}
        veto={veto}
        initials={initials(person.name)}
      />
      <span className={css.names}>
        <span className={`${text.medium} ${text.clip}`}>{person.name}</span>
        <span className={`${text.tiny} ${text.third} ${text.clip}`}>{readingWords(t, f, reading)}</span>
      </span>
      <Select
        className={css.stage ?? ''}
        aria-label={t('suppose.where', { person: person.name })}
        placeholder={t('suppose.as_is')}
        data={stages.map((stage) => ({ value: stage, label: t(`state.${stage}`) }))}
        value={supposed}
        onChange={(stage) => onSuppose(person.id, stage as Stage | null)}
        allowDeselect
        clearable
        clearButtonProps={{ 'aria-label': t('suppose.take_back', { person: person.name }) }}
      />
    </li>
  );
}
