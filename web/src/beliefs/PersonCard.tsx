// The person beside their belief: who they are, what part they play, what counts for them, what was promised, and who
// they are tied to.

import { Link } from '@tanstack/react-router';
import type { Belief, Commitment, Id, Ref, Room, Tie } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { PromiseRow } from '~/commitments/PromiseRow';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { initials } from '~/words/names';
import css from './PersonCard.module.css';
import { PersonStance } from './PersonStance';
import { WhoSways } from './WhoSways';

interface Props {
  belief: Belief;
  dealId: Id;
  /** The room on the same day, as soon as it is there. */
  room: Room | undefined;
  /** Nothing can be said of the promises here. */
  readOnly: boolean;
}

export function PersonCard({ belief, dealId, room, readOnly }: Props) {
  const { t, f } = useWords();
  const { person, role, veto, commitments } = belief;
  const reading = belief.estimate?.reading ?? null;
  const where = [belief.title, belief.organization?.name].filter(Boolean).join(' · ');
  const ours = commitments.filter((promise) => promise.ours);
  const theirs = commitments.filter((promise) => !promise.ours);
  const stakeholder = room?.stakeholders.find((one) => one.person.id === person.id);
  // The room weighs the part by their influence; without it there is the part alone.
  const power = stakeholder?.power ?? belief.power;
  const row = stakeholder?.excluded ? undefined : room?.benefits.people.find((one) => one.person_id === person.id);
  return (
    <aside className={css.card} aria-label={person.name}>
      <div className={css.who}>
        <PersonGlyph
          size={50}
          state={reading?.median_stage ?? null}
          sure={reading?.sure ?? true}
          power={power}
          veto={veto}
          initials={initials(person.name)}
        />
        <div className={css.names}>
          <Link to="/people/$personId" params={{ personId: person.id }} className={`${text.title} ${css.name}`}>
            {person.name}
          </Link>
          <div className={`${text.small} ${text.second}`}>
            {where}
            {belief.reports_to && ` · ${t('person.reports_to', { name: belief.reports_to.name })}`}
          </div>
        </div>
      </div>
      <div className={css.chips}>
        <Chip>{t(`role.${role}`)}</Chip>
        {veto && <Chip>{t('role.veto')}</Chip>}
        <Chip>{t('person.power', { power: f.power(power) })}</Chip>
        {stakeholder && !stakeholder.excluded && (
          <Chip>{t('person.influence', { influence: f.percent(stakeholder.influence) })}</Chip>
        )}
        {row?.rivals.some(({ stands }) => stands) && <Chip tone="watch">{t('stance.competitor')}</Chip>}
        {belief.assumed && (
          <Chip tone="dashed" title={t('assumed.explain')}>
            {t('assumed.chip')}
          </Chip>
        )}
      </div>
      {room && row && <PersonStance room={room} row={row} name={person.name} />}
      <Employments belief={belief} />
      <section className={css.section}>
        <h2 className={css.title}>
          {t('person.promises')}
          <span className={`${text.tiny} ${text.third}`}>{tally(t, ours, theirs)}</span>
        </h2>
        {commitments.length === 0 && <p className={`${text.small} ${text.third}`}>{t('promise.none')}</p>}
        <Promises label={t('person.ours_to')} promises={ours} belief={belief} readOnly={readOnly} />
        <Promises label={t('person.theirs_to_us')} promises={theirs} belief={belief} readOnly={readOnly} />
      </section>
      {room && row && <WhoSways room={room} personId={person.id} />}
      {belief.ties.length > 0 && (
        <section className={css.section}>
          <h2 className={css.title}>{t('person.ties')}</h2>
          <ul className={css.list}>
            {belief.ties.map((tie) => (
              <li key={tie.id} className={css.tie}>
                <Link to="/people/$personId" params={{ personId: otherEnd(tie, person).id }} className={text.small}>
                  {otherEnd(tie, person).name}
                </Link>
                <span className={`${text.tiny} ${text.third}`}>{t(`tie.${tie.kind}`)}</span>
                {tie.assumed && <Chip tone="dashed">{t('assumed.chip')}</Chip>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Link to="/deals/$dealId" params={{ dealId }} className={`${text.small} ${css.back}`}>
        {t('person.back_to_room')}
      </Link>
    </aside>
  );
}

const otherEnd = (tie: Tie, person: Ref): Ref => (tie.from.id === person.id ? tie.to : tie.from);

type T = ReturnType<typeof useWords>['t'];

function tally(t: T, ours: Commitment[], theirs: Commitment[]): string {
  const kept = (list: Commitment[]) => list.filter(({ state }) => state === 'kept').length;
  const parts = [
    ours.length ? t('promise.tally_ours', { kept: kept(ours), total: ours.length }) : null,
    theirs.length ? t('promise.tally_theirs', { kept: kept(theirs), total: theirs.length }) : null,
  ];
  return parts.filter(Boolean).join(' · ');
}

interface PromisesProps {
  label: string;
  promises: Commitment[];
  belief: Belief;
  readOnly: boolean;
}

function Promises({ label, promises, belief, readOnly }: PromisesProps) {
  if (promises.length === 0) return null;
  return (
    <>
      <div className={text.label}>{label}</div>
      <ul className={css.list}>
        {promises.map((promise) => (
          <PromiseRow key={promise.id} promise={promise} asOf={belief.as_of} withPeople={false} readOnly={readOnly} />
        ))}
      </ul>
    </>
  );
}

/** One position that the head of the card already names needs no list. */
function Employments({ belief: { employments } }: { belief: Belief }) {
  const { t, f } = useWords();
  if (employments.every(({ from, until }) => !from && !until)) return null;
  return (
    <section className={css.section}>
      <h2 className={css.title}>{t('person.employments')}</h2>
      <ul className={css.list}>
        {employments.map(({ id, organization, title, from, until }) => (
          <li key={id} className={css.tie}>
            <span className={text.small}>{[title, organization.name].filter(Boolean).join(' · ')}</span>
            <span className={`${text.tiny} ${text.third} ${text.nowrap}`}>
              {from ? f.fullDay(from) : ''}
              {until && ` – ${f.fullDay(until)}`}
              {from && !until && ` – ${t('person.now')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
