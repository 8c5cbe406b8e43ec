// What counts for this person: their criteria, how far our concept is theirs, the benefit points, and who else is in their eyes.

import { Popover, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { BenefitRow, Concept, Criterion, Proof, RivalSign, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { DeliveryBar } from '~/graphics/DeliveryBar';
import { PersonPoints } from '~/opportunities/benefits/PersonPoints';
import { Proofs } from '~/opportunities/benefits/Proofs';
import { hasFormed, pointsOf, speakingProof } from '~/opportunities/benefits/points';
import { noteWords } from '~/words/quote';
import { titleSentence } from '~/words/title';
import card from './PersonCard.module.css';
import css from './PersonStance.module.css';

interface Props {
  room: Room;
  row: BenefitRow;
  name: string;
}

export function PersonStance({ room, row, name }: Props) {
  return (
    <>
      <Criteria room={room} row={row} />
      <ConceptTheyAccept concept={row.concept} />
      <Points room={room} row={row} name={name} />
      <Rivals rivals={row.rivals} />
    </>
  );
}

function Criteria({ room, row }: Pick<Props, 'room' | 'row'>) {
  const { t } = useWords();
  if (row.criteria.length === 0) return null;
  return (
    <section className={card.section}>
      <h2 className={card.title}>
        {t('stance.criteria')}
        <span className={`${text.tiny} ${text.third}`}>{t('stance.criteria_key')}</span>
      </h2>
      {[...row.criteria]
        .sort((a, b) => b.weight - a.weight)
        .map((criterion) => (
          <OneCriterion
            key={`${criterion.proof.interaction_id}:${criterion.benefit}`}
            criterion={criterion}
            delivery={deliveryOf(room, row, criterion)}
          />
        ))}
    </section>
  );
}

/** A criterion that names no benefit point is delivered by nothing we could measure. */
function deliveryOf({ benefits }: Room, row: BenefitRow, { benefit }: Criterion): number | null {
  const index = benefits.points.findIndex(({ name }) => name === benefit);
  return row.cells[index]?.delivery ?? null;
}

function OneCriterion(props: { criterion: Criterion; delivery: number | null }) {
  const { t, f } = useWords();
  const { weight, proof, benefit } = props.criterion;
  const words = noteWords(t, proof);
  return (
    <div className={css.criterion}>
      <div className={css.head}>
        <span className={text.medium}>{benefit ?? t('stance.unnamed')}</span>
        <RecordLink proof={proof} />
      </div>
      <div className={css.measure}>
        <DeliveryBar
          delivery={props.delivery}
          tick={weight}
          width={96}
          label={t('stance.weight', { weight: f.power(weight) })}
        />
        <span className={`${text.tiny} ${text.third} ${text.clip}`} title={words ?? ''}>
          {words ?? t('stance.weight', { weight: f.power(weight) })}
        </span>
      </div>
    </div>
  );
}

/** The day it was said on leads to where it was recorded. */
function RecordLink({ proof }: { proof: Proof }) {
  const { f } = useWords();
  return (
    <Link
      to="/deals/$dealId"
      params={{ dealId: proof.opportunity_id }}
      search={{ tab: 'evidence' }}
      hash={proof.interaction_id}
      className={`${text.tiny} ${text.third} ${text.nowrap} ${css.record}`}
    >
      {f.day(proof.at)}
    </Link>
  );
}

function ConceptTheyAccept({ concept }: { concept: Concept }) {
  const { t, f } = useWords();
  const { accepted, stranger, proof } = concept;
  const said = speakingProof(proof);
  const accepts = t('stance.accepts', { chance: f.percent(accepted) });
  const unknown = t('stance.stranger', { chance: f.percent(stranger) });
  return (
    <section className={card.section}>
      <h2 className={card.title}>
        {t('stance.concept')}
        {said && <Chip tone={accepted >= stranger ? 'toward' : 'away'}>{accepts}</Chip>}
      </h2>
      {said ? (
        <>
          <blockquote className={`${text.small} ${css.quote}`}>
            {noteWords(t, said) ?? titleSentence(t, said.title)}
            <span className={`${text.tiny} ${text.third} ${css.beneath}`}>
              {[noteWords(t, said) ? titleSentence(t, said.title) : null, f.day(said.at)].filter(Boolean).join(' · ')}
            </span>
          </blockquote>
          <div className={css.measure}>
            <DeliveryBar
              delivery={accepted}
              tick={stranger}
              width={96}
              label={`${accepts}${t('common.list_gap')}${unknown}`}
            />
            <span className={`${text.tiny} ${text.third} ${text.clip}`}>{unknown}</span>
            <ProofsButton proof={proof} />
          </div>
        </>
      ) : (
        <p className={`${text.small} ${text.third} ${css.none}`}>{t('stance.no_concept')}</p>
      )}
    </section>
  );
}

function ProofsButton({ proof }: { proof: Proof[] }) {
  const { t } = useWords();
  return (
    <Popover width={320} position="bottom-start">
      <Popover.Target>
        <UnstyledButton className={css.proofs}>{t('stance.proofs', { count: proof.length })}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Proofs proof={proof} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Points({ room, row, name }: Props) {
  const { t } = useWords();
  if (room.benefits.points.length === 0) return null;
  const formed = pointsOf(room.benefits, row).some(hasFormed);
  return (
    <section className={card.section}>
      <h2 className={card.title}>
        {t('stance.points')}
        <span className={`${text.tiny} ${text.third}`}>{t('stance.by_gap')}</span>
      </h2>
      {!formed && <p className={`${text.small} ${text.third} ${css.none}`}>{t('stance.none_formed')}</p>}
      <PersonPoints person={name} benefits={room.benefits} row={row} />
    </section>
  );
}

function Rivals({ rivals }: { rivals: RivalSign[] }) {
  const { t } = useWords();
  if (rivals.length === 0) return null;
  return (
    <section className={card.section}>
      <h2 className={card.title}>{t('stance.rivals')}</h2>
      {rivals.map(({ kind, stands, proof }) => {
        const words = noteWords(t, proof);
        return (
          <div key={`${proof.interaction_id}:${kind}`} className={css.criterion}>
            <div className={css.head}>
              <span className={text.small}>{titleSentence(t, proof.title)}</span>
              <Chip tone={stands ? 'watch' : 'outline'}>{t(stands ? 'stance.stands' : 'stance.dropped')}</Chip>
            </div>
            <div className={css.head}>
              <span className={`${text.tiny} ${text.third} ${text.clip}`} title={words ?? ''}>
                {words}
              </span>
              <RecordLink proof={proof} />
            </div>
          </div>
        );
      })}
    </section>
  );
}
