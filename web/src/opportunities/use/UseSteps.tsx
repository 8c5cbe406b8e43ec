// After the order: brought in, used, complained of and mended, worth confirmed, renewed, recommended. Each by its evidence.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Day, Id, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import { evidenceQuery } from '~/interactions/api';
import { itemWords } from '~/words/evidence';
import { rowsOf } from '../benefits/BenefitMatrix';
import { Renewal } from './Renewal';
import { stepsAfterOrder, type UseEvent, type UseStep } from './steps';
import css from './UseSteps.module.css';

const SHOWN = 2;

export function UseSteps({ room, at }: { room: Room; at: Day | null }) {
  const { t, f } = useWords();
  const { data: items = [] } = useQuery(evidenceQuery(room.opportunity.id, null, at));
  const ordered = room.opportunity.ordered_at;
  if (!ordered) return null;
  return (
    <section className={css.steps} aria-label={t('use.steps')}>
      <h2 className={css.title}>
        {t('use.steps')}{' '}
        <span className={`${text.tiny} ${text.third}`}>{t('use.since', { day: f.fullDay(ordered) })}</span>
      </h2>
      <ol className={css.list}>
        {stepsAfterOrder(items, ordered.slice(0, 10)).map((step) => (
          <Step key={step.key} step={step} dealId={room.opportunity.id}>
            {step.key === 'renewal' && <Renewal room={room} live={!at} />}
          </Step>
        ))}
      </ol>
      <Realised room={room} />
    </section>
  );
}

const ICONS = { open: null, reached: 'check', trouble: 'flag' } as const;

function Step({ step, dealId, children }: { step: UseStep; dealId: Id; children: ReactNode }) {
  const { t } = useWords();
  const { key, events, state } = step;
  const icon = ICONS[state];
  return (
    <li className={css.step} data-state={state}>
      <div className={css.head}>
        <span className={css.mark}>{icon && <Icon name={icon} size={12} />}</span>
        <span className={text.medium}>{t(`use.step.${key}`)}</span>
      </div>
      <div className={`${text.tiny} ${css.state}`}>{t(`use.state.${key}.${state}`)}</div>
      {events.slice(0, SHOWN).map((event) => (
        <Event key={`${event.item.interaction?.id}`} event={event} dealId={dealId} />
      ))}
      {events.length > SHOWN && (
        <div className={`${text.tiny} ${text.third}`}>{t('use.earlier', { count: events.length - SHOWN })}</div>
      )}
      {children}
    </li>
  );
}

function Event({ event, dealId }: { event: UseEvent; dealId: Id }) {
  const { t, f } = useWords();
  const { main, signs } = itemWords(t, event.item);
  return (
    <Link
      to="/deals/$dealId"
      params={{ dealId }}
      search={(before) => ({ ...before, tab: 'evidence' as const })}
      hash={event.item.interaction?.id ?? ''}
      className={`${text.small} ${css.event}`}
    >
      <span className={text.third}>{f.day(event.item.at)}</span> {[main, ...signs].join(t('common.list_gap'))}
    </Link>
  );
}

/** Which benefit points came true, with whom; and who says so to others. */
function Realised({ room }: { room: Room }) {
  const { t } = useWords();
  const holders = rowsOf(room);
  const realised = room.benefits.points.flatMap((point, index) => {
    const people = holders
      .filter(({ row }) => ['realised', 'vouched'].includes(row.cells[index]?.standing ?? ''))
      .map(({ stakeholder }) => stakeholder.person.name);
    return people.length > 0 ? [{ point, people }] : [];
  });
  const vouching = holders
    .filter(
      ({ row, stakeholder: { reading } }) =>
        reading?.median_stage === 'vouching' || row.cells.some(({ standing }) => standing === 'vouched'),
    )
    .map(({ stakeholder }) => stakeholder.person.name);
  return (
    <dl className={css.gained}>
      <div>
        <dt>{t('use.realised')}</dt>
        <dd>
          {realised.length === 0
            ? t('use.none_realised')
            : realised
                .map(({ point, people }) =>
                  t('use.realised_with', { point: point.name, people: people.join(t('common.list_gap')) }),
                )
                .join(t('common.list_gap'))}
        </dd>
      </div>
      <div>
        <dt>{t('state.vouching')}</dt>
        <dd>{vouching.length === 0 ? t('use.nobody_vouches') : vouching.join(t('common.list_gap'))}</dd>
      </div>
    </dl>
  );
}
