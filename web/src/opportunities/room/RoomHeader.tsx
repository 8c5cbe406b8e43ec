// The head of the room: which deal, for how much, whose; our stage against the buyers; and the chance to win.

import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Day, Id, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Avatar } from '~/app/shared/Avatar';
import { Chip } from '~/app/shared/Chip';
import { Tile } from '~/app/shared/Tile';
import text from '~/app/text.module.css';
import { stageName } from '~/words/stage';
import { WinPanel } from '../outlook/WinPanel';
import { GapPanel } from './GapPanel';
import css from './RoomHeader.module.css';
import { UsePanel } from './UsePanel';

interface Props {
  room: Room;
  names: ReadonlyMap<Id, string>;
  /** The latest day is shown, not one looked back at. */
  live: boolean;
  onSuppose: () => void;
  onVerdict: () => void;
}

export function RoomHeader({ room, names, live, onSuppose, onVerdict }: Props) {
  const { t, f } = useWords();
  const { opportunity, gap } = room;
  const ended = opportunity.closure;
  const closure = ended && ended.at.slice(0, 10) <= room.as_of ? ended : null;
  const closeDay = (day: Day) => (day.slice(0, 4) === room.as_of.slice(0, 4) ? f.shortDay(day) : f.fullDay(day));
  const stage = room.stage?.stage ?? opportunity.stage;
  return (
    <div className={css.header}>
      <div className={css.deal}>
        <div className={css.name}>
          <Tile id={opportunity.organization.id} name={opportunity.organization.name} size={34} />
          <div className={css.names}>
            <div className={`${text.title} ${css.title}`} title={opportunity.name}>
              {opportunity.name}
            </div>
            <Link
              to="/organizations/$organizationId"
              params={{ organizationId: opportunity.organization.id }}
              className={`${text.small} ${text.second} ${css.organization}`}
            >
              {opportunity.organization.name}
            </Link>
            {room.renews && (
              <span className={`${text.small} ${text.third} ${css.organization}`}>
                {t('deal.renews')}{' '}
                <Link to="/deals/$dealId" params={{ dealId: room.renews.id }} className={css.renewed ?? ''}>
                  {room.renews.name}
                </Link>
              </span>
            )}
          </div>
        </div>
        <div className={css.facts}>
          {opportunity.amount && <b>{f.money(opportunity.amount)}</b>}
          {closure && (
            <Chip tone={closure.outcome === 'won' ? 'toward' : 'away'} title={closure.reason ?? ''}>
              {t(`outcome.${closure.outcome}`)} · {f.day(closure.at)}
            </Chip>
          )}
          {closure && (
            <UnstyledButton className={css.why} onClick={onVerdict}>
              {t('why.ask')}
            </UnstyledButton>
          )}
          {!closure && opportunity.expected_close && (
            <span className={text.second}>{t('deal.close_by', { day: closeDay(opportunity.expected_close) })}</span>
          )}
          <span className={css.owner}>
            <Avatar name={opportunity.owner.name} size={18} />
            <span className={`${text.second} ${text.clip}`}>{opportunity.owner.name}</span>
          </span>
        </div>
      </div>
      {gap && <GapPanel gap={gap} stage={stage} names={names} />}
      {!gap && room.phase === 'use' && <UsePanel shares={room.shares} />}
      {!gap && room.phase === 'buy' && (
        <p className={css.noGap}>{t('gap.too_little', { stage: stageName(t, stage) })}</p>
      )}
      {room.win && <WinPanel room={room} win={room.win} live={live} onSuppose={onSuppose} />}
    </div>
  );
}
