// The benefit points of the room: a matrix where there is room for one, on a phone one person at a time.

import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Id, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { BenefitMatrix, rowsOf } from './BenefitMatrix';
import css from './BenefitSection.module.css';
import { PersonPoints } from './PersonPoints';
import { ProveNext } from './ProveNext';

export function BenefitSection({ room, narrow }: { room: Room; narrow: boolean }) {
  const { t } = useWords();
  const { points } = room.benefits;
  if (points.length === 0 || rowsOf(room).length === 0) {
    return (
      <section className={css.section} aria-label={t('benefit.title')}>
        <h2 className={css.title}>{t('benefit.title')}</h2>
        <p className={`${text.small} ${text.third} ${css.none}`}>
          {t(points.length === 0 ? 'benefit.no_points' : 'benefit.nobody')}
        </p>
      </section>
    );
  }
  return (
    <section className={narrow ? css.section : css.wide} aria-label={t('benefit.title')}>
      {narrow ? <OnePerson room={room} /> : <BenefitMatrix room={room} />}
      <ProveNext room={room} />
    </section>
  );
}

function OnePerson({ room }: { room: Room }) {
  const { t } = useWords();
  const holders = rowsOf(room);
  const [chosen, choose] = useState<Id | null>(null);
  const shown = holders.find(({ row }) => row.person_id === chosen) ?? holders[0];
  if (!shown) return null;
  return (
    <>
      <h2 className={css.title}>{t('benefit.title')}</h2>
      <Select
        aria-label={t('room.person')}
        data={holders.map(({ stakeholder: { person } }) => ({ value: person.id, label: person.name }))}
        value={shown.row.person_id}
        onChange={choose}
      />
      <PersonPoints person={shown.stakeholder.person.name} benefits={room.benefits} row={shown.row} quoted />
    </>
  );
}
