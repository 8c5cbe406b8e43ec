// The people of the deal as a list: who stands where, with doubt, and how much they weigh.

import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Day, Id, Room, RoomPerson } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { useMoved } from '~/beliefs/useMoved';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { Sparkline, trendTone } from '~/graphics/Sparkline';
import { StateBar } from '~/graphics/StateBar';
import { useMay } from '~/session/may';
import { initials } from '~/words/names';
import { readingWords } from '~/words/reading';
import css from './StakeholderList.module.css';
import { StakeholderMenu } from './StakeholderMenu';
import { useWaysTo } from './useWaysTo';

export function StakeholderList({ room, at }: { room: Room; at: Day | null }) {
  const { t } = useWords();
  const may = useMay();
  const mayChange = at === null && may('update', 'opportunity', room.opportunity);
  const people = room.stakeholders.filter(({ active }) => active).sort((a, b) => b.power - a.power);
  return (
    <table className={css.list}>
      <caption className={css.caption}>{t('room.people')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('room.person')}</th>
          <th scope="col" className={css.wide}>
            {t('room.role')}
          </th>
          <th scope="col" className={`${css.wide} ${text.end}`}>
            {t('room.power')}
          </th>
          <th scope="col" className={`${css.wide} ${css.spare} ${text.end}`}>
            {t('room.influence')}
          </th>
          <th scope="col">{t('room.state')}</th>
          <th scope="col" className={`${css.wide} ${css.spare}`}>
            {t('room.trend')}
          </th>
          <th scope="col" className={`${css.wide} ${css.spare} ${text.end}`}>
            {t('room.evidence')}
          </th>
          <th scope="col">
            <VisuallyHidden>{t('deal.more')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((stakeholder) => (
          <Row
            key={stakeholder.person.id}
            dealId={room.opportunity.id}
            stakeholder={stakeholder}
            asOf={room.as_of}
            at={at}
            mayChange={mayChange}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  dealId: Id;
  stakeholder: RoomPerson;
  asOf: Day;
  at: Day | null;
  mayChange: boolean;
}

function Row({ dealId, stakeholder, asOf, at, mayChange }: RowProps) {
  const { t, f } = useWords();
  const { person, reading, role, veto, power, influence, excluded, trend } = stakeholder;
  const values = trend.filter(({ day }) => day <= asOf).map(({ p }) => p);
  const [, showWays] = useWaysTo();
  const moved = useMoved(values.at(-1) ?? null, at === null);
  return (
    <tr className={css.row}>
      <td>
        <Link
          to="/deals/$dealId/people/$personId"
          params={{ dealId, personId: person.id }}
          search={{ at: at ?? undefined }}
          className={css.person ?? ''}
        >
          <PersonGlyph
            size={28}
            state={reading?.median_stage ?? null}
            sure={reading?.sure ?? true}
            power={power}
            veto={veto}
            initials={initials(person.name)}
          />
          <span className={css.names}>
            <span className={`${text.medium} ${text.clip}`}>{person.name}</span>
            <span className={`${text.tiny} ${text.third} ${text.clip}`}>
              {[person.title, person.organization?.name].filter(Boolean).join(' · ')}
            </span>
          </span>
          {person.assumed && <Chip tone="dashed">{t('assumed.chip')}</Chip>}
        </Link>
      </td>
      <td className={`${css.wide} ${text.second}`}>
        {t(`role.${role}`)}
        {veto && <span className={text.third}> · {t('role.veto')}</span>}
      </td>
      <td className={`${css.wide} ${text.end}`}>{f.power(power)}</td>
      <td className={`${css.wide} ${css.spare} ${text.end}`}>{f.percent(influence)}</td>
      <td>
        <span className={css.state}>
          {!excluded && <StateBar shares={reading?.stages ?? []} width={132} />}
          <span className={reading?.named_stage === 'blocked' ? text.away : reading?.named_stage ? '' : text.third}>
            {excluded ? t('exclusion.not_estimated') : readingWords(t, f, reading)}
          </span>
          {moved !== null && (
            <span className={moved > 0 ? text.toward : text.away}>
              {t('belief.moved', { points: f.points(moved) })}
            </span>
          )}
        </span>
      </td>
      <td className={`${css.wide} ${css.spare}`}>
        <Sparkline values={values} tone={trendTone(values)} label={t('room.trend_label', { name: person.name })} />
      </td>
      <td className={`${css.wide} ${css.spare} ${text.end} ${text.second}`}>
        {reading?.last_evidence_at ? f.day(reading.last_evidence_at) : t('room.never')}
        <span className={text.third}> · {f.count(reading?.evidence_count ?? 0)}</span>
      </td>
      <td className={css.menu}>
        <StakeholderMenu
          dealId={dealId}
          stakeholder={stakeholder}
          mayChange={mayChange}
          onWays={() => showWays(person.id)}
        />
      </td>
    </tr>
  );
}
