// The person beside their belief: who they are, what part they play, what was promised, and who they are tied to.

import { Link } from '@tanstack/react-router';
import type { Belief, Commitment, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { PromiseRow } from '~/commitments/PromiseRow';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { initials } from '~/words/names';
import css from './PersonCard.module.css';

export function PersonCard({ belief, dealId }: { belief: Belief; dealId: Id }) {
  const { t, f } = useWords();
  const { person, stakeholder, reading, commitments } = belief;
  const where = [person.title, person.organization?.name].filter(Boolean).join(' · ');
  const ours = commitments.filter(({ by }) => by.ours);
  const theirs = commitments.filter(({ by }) => !by.ours);
  return (
    <aside className={css.card} aria-label={person.name}>
      <div className={css.who}>
        <PersonGlyph
          size={50}
          state={reading.median_stage}
          sure={reading.sure}
          power={stakeholder.power}
          veto={stakeholder.veto}
          initials={initials(person.name)}
        />
        <div className={css.names}>
          <Link to="/people/$personId" params={{ personId: person.id }} className={`${text.title} ${css.name}`}>
            {person.name}
          </Link>
          <div className={`${text.small} ${text.second}`}>
            {where}
            {person.reports_to && ` · ${t('person.reports_to', { name: person.reports_to.name })}`}
          </div>
        </div>
      </div>
      <div className={css.chips}>
        <Chip>{t(`role.${stakeholder.role}`)}</Chip>
        {stakeholder.veto && <Chip>{t('role.veto')}</Chip>}
        <Chip>{t('person.power', { power: f.power(stakeholder.power) })}</Chip>
        {person.assumed && (
          <Chip tone="dashed" title={t('assumed.explain')}>
            {t('assumed.chip')}
          </Chip>
        )}
      </div>
      <Employments belief={belief} />
      <section className={css.section}>
        <h3 className={css.title}>
          {t('person.promises')}
          <span className={`${text.tiny} ${text.third}`}>{tally(t, ours, theirs)}</span>
        </h3>
        {commitments.length === 0 && <p className={`${text.small} ${text.third}`}>{t('promise.none')}</p>}
        <Promises label={t('person.ours_to')} promises={ours} belief={belief} />
        <Promises label={t('person.theirs_to_us')} promises={theirs} belief={belief} />
      </section>
      {belief.ties.length > 0 && (
        <section className={css.section}>
          <h3 className={css.title}>{t('person.ties')}</h3>
          <ul className={css.list}>
            {belief.ties.map(({ person: other, kind }) => (
              <li key={`${kind}:${other.id}`} className={css.tie}>
                <Link to="/people/$personId" params={{ personId: other.id }} className={text.small}>
                  {other.name}
                </Link>
                <span className={`${text.tiny} ${text.third}`}>{t(`tie.${kind}`)}</span>
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

type T = ReturnType<typeof useWords>['t'];

function tally(t: T, ours: Commitment[], theirs: Commitment[]): string {
  const kept = (list: Commitment[]) => list.filter(({ state }) => state === 'kept').length;
  const parts = [
    ours.length ? t('promise.tally_ours', { kept: kept(ours), total: ours.length }) : null,
    theirs.length ? t('promise.tally_theirs', { kept: kept(theirs), total: theirs.length }) : null,
  ];
  return parts.filter(Boolean).join(' · ');
}

function Promises({ label, promises, belief }: { label: string; promises: Commitment[]; belief: Belief }) {
  if (promises.length === 0) return null;
  return (
    <>
      <div className={text.label}>{label}</div>
      <ul className={css.list}>
        {promises.map((promise) => (
          <PromiseRow key={promise.id} promise={promise} asOf={belief.reading.as_of} withPeople={false} />
        ))}
      </ul>
    </>
  );
}

function Employments({ belief: { person } }: { belief: Belief }) {
  const { t, f } = useWords();
  if (person.employments.length === 0) return null;
  return (
    <section className={css.section}>
      <h3 className={css.title}>{t('person.employments')}</h3>
      <ul className={css.list}>
        {person.employments.map(({ id, organization, title, from, until }) => (
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
