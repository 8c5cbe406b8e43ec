// Who holds what: the people by power down the side, the benefit points of the product across, each cell with its proof.

import type { BenefitCell, BenefitColumn, BenefitRow, Room, RoomPerson } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { DeliveryBar } from '~/graphics/DeliveryBar';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { StandingMark } from '~/graphics/StandingMark';
import { initials } from '~/words/names';
import { noteWords } from '~/words/quote';
import { titleSentence } from '~/words/title';
import css from './BenefitMatrix.module.css';
import { PointButton } from './PointButton';
import { isNext, speakingProof } from './points';

export function BenefitMatrix({ room }: { room: Room }) {
  const { t } = useWords();
  const { benefits } = room;
  const rows = rowsOf(room);
  return (
    <div className={css.scroll}>
      <table className={css.matrix} style={{ minWidth: 150 + benefits.points.length * 148 }}>
        <caption className={css.caption}>{t('benefit.title')}</caption>
        <thead>
          <tr>
            <th scope="col" className={css.corner}>
              <span className={css.title} aria-hidden="true">
                {t('benefit.title')}
              </span>
              <span className={`${text.tiny} ${text.third}`}>{t('benefit.who_holds')}</span>
            </th>
            {benefits.points.map((point) => (
              <ColumnHead key={point.name} point={point} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, stakeholder }) => (
            <tr key={row.person_id}>
              <RowHead stakeholder={stakeholder} inUse={room.phase === 'use'} />
              {benefits.points.map((point, index) => {
                const cell = row.cells[index];
                return cell ? (
                  <Cell
                    key={point.name}
                    stakeholder={stakeholder}
                    point={point}
                    cell={cell}
                    next={isNext(benefits.next, row.person_id, index)}
                  />
                ) : (
                  <td key={point.name} />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export interface Holder {
  row: BenefitRow;
  stakeholder: RoomPerson;
}

/** The people with a part in the deal, by power; who is not estimated holds nothing that could be shown. */
export function rowsOf({ benefits, stakeholders }: Room): Holder[] {
  return stakeholders
    .filter(({ active, excluded }) => active && !excluded)
    .sort((a, b) => b.power - a.power)
    .flatMap((stakeholder) => {
      const row = benefits.people.find(({ person_id: id }) => id === stakeholder.person.id);
      return row ? [{ row, stakeholder }] : [];
    });
}

function ColumnHead({ point }: { point: BenefitColumn }) {
  const { t, f } = useWords();
  const gap = t('benefit.gap', { gap: f.power(point.gap) });
  const measures = t('benefit.measures', {
    importance: f.power(point.importance),
    delivery: f.power(point.delivery),
    gap: f.power(point.gap),
  });
  return (
    <th scope="col">
      <span className={css.point} title={point.name}>
        {point.name}
      </span>
      <span className={`${text.tiny} ${text.third} ${css.measure}`}>
        {point.id === null ? (
          <Chip tone="dashed" title={t('benefit.not_offered_words')}>
            {t('benefit.not_offered')}
          </Chip>
        ) : (
          <DeliveryBar delivery={point.delivery} tick={point.importance} label={measures} />
        )}
        <span className={text.nowrap}>{gap}</span>
      </span>
    </th>
  );
}

function RowHead({ stakeholder, inUse }: { stakeholder: RoomPerson; inUse: boolean }) {
  const { t, f } = useWords();
  const { person, reading, power, veto } = stakeholder;
  return (
    <th scope="row" className={css.who}>
      <span className={css.person}>
        <PersonGlyph
          size={28}
          state={reading?.median_stage ?? null}
          sure={reading?.sure ?? true}
          power={power}
          veto={veto}
          initials={initials(person.name)}
        />
        <span className={css.names}>
          <span className={`${text.medium} ${css.name}`} title={person.name}>
            {person.name}
          </span>
          <span className={`${text.tiny} ${text.third} ${text.clip}`}>
            {inUse && person.organization
              ? t('benefit.in_use', { organization: person.organization.name })
              : t('person.power', { power: f.power(power) })}
          </span>
        </span>
      </span>
    </th>
  );
}

interface CellProps {
  stakeholder: RoomPerson;
  point: BenefitColumn;
  cell: BenefitCell;
  next: boolean;
}

function Cell({ stakeholder, point, cell, next }: CellProps) {
  const { t, f } = useWords();
  const proof = speakingProof(cell.proof);
  const standing = t(`standing.${cell.standing}`);
  const formed = cell.standing !== 'unformed';
  return (
    <td className={css.cell} data-standing={cell.standing} data-next={next || undefined}>
      <PointButton person={stakeholder.person.name} point={point} cell={cell} next={next} className={css.open}>
        <span className={`${text.tiny} ${css.standing}`}>
          {(next || formed) && <StandingMark standing={cell.standing} next={next && !formed} />}
          <span className={css.word}>{next && !formed ? t('benefit.prove_next') : standing}</span>
          <span className={css.day}>
            {next && !formed && t('benefit.gap', { gap: f.power(cell.gap) })}
            {next && formed && <span className={text.us}>{t('benefit.prove_next')}</span>}
            {!next && proof && f.shortDay(proof.at)}
          </span>
        </span>
        {proof && <span className={css.quote}>{noteWords(t, proof) ?? titleSentence(t, proof.title)}</span>}
        {next && !formed && !proof && <span className={`${css.quote} ${text.second}`}>{standing}</span>}
      </PointButton>
    </td>
  );
}
