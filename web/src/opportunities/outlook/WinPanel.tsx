// The chance to win: a number with its interval, where it came from, how it changed, and what it rests on.

import { Popover, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Outlook, Room, Win } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { IntervalTrend } from '~/graphics/IntervalTrend';
import { TableTwin } from '~/graphics/TableTwin';
import { daysBetween } from '~/words/format';
import { outlookQuery } from './api';
import { OutlookCard } from './OutlookCard';
import css from './WinPanel.module.css';
import { WinWhy } from './WinWhy';

interface Props {
  room: Room;
  win: Win;
  live: boolean;
  onSuppose: () => void;
}

export function WinPanel({ room, win, live, onSuppose }: Props) {
  const { t, f } = useWords();
  const { data: outlook } = useQuery(outlookQuery(room.opportunity.id));
  const interval = t('win.interval', { low: Math.round(win.low * 100), high: Math.round(win.high * 100) });
  const mayAsk = live && room.stakeholders.some(({ active, excluded }) => active && !excluded);
  return (
    <section className={css.panel} aria-label={t('win.title')}>
      <div className={css.figure}>
        <div className={text.label}>{t('win.title')}</div>
        {win.enough ? (
          <div className={css.number}>{f.percent(win.p)}</div>
        ) : (
          <div className={css.little}>{t('win.too_little')}</div>
        )}
        <div className={`${text.tiny} ${text.third} ${text.nowrap}`}>{interval}</div>
      </div>
      {outlook && <Trend outlook={outlook} until={room.as_of} />}
      <div className={css.side}>
        {live && win.enough && outlook?.change_4_weeks != null && <Change change={outlook.change_4_weeks} />}
        <Opened label={t('why.ask')} title={t('win.why')}>
          <WinWhy win={win} proof={outlook?.proof ?? null} />
        </Opened>
        {live && outlook?.closing && (
          <Opened label={t('outlook.ask')} title={t('outlook.title')}>
            <OutlookCard outlook={outlook} asOf={room.as_of} />
          </Opened>
        )}
        {mayAsk && (
          <UnstyledButton className={css.ask} onClick={onSuppose}>
            {t('suppose.ask')}
          </UnstyledButton>
        )}
      </div>
    </section>
  );
}

function Trend({ outlook, until }: { outlook: Outlook; until: string }) {
  const { t, f } = useWords();
  const days = outlook.trend.filter(({ day }) => day <= until);
  const first = days[0];
  const last = days[days.length - 1];
  if (!first || !last || days.length < 2) return null;
  const span = daysBetween(first.day, last.day) || 1;
  const points = days.map(({ day, ...chance }) => ({ at: daysBetween(first.day, day) / span, ...chance }));
  return (
    <div className={css.trend}>
      <IntervalTrend points={points} label={t('win.over_time')} />
      <div className={`${text.tiny} ${text.third} ${css.days}`} aria-hidden="true">
        <span>{f.shortDay(first.day)}</span>
        <span>{f.shortDay(last.day)}</span>
      </div>
      <TableTwin
        caption={t('win.over_time')}
        head={[t('trajectory.day'), t('win.title'), t('win.interval_name')]}
        rows={days.map(({ day, p, low, high }) => [
          f.fullDay(day),
          f.percent(p),
          `${Math.round(low * 100)}–${Math.round(high * 100)}`,
        ])}
      />
    </div>
  );
}

/** Under a point either way it has stayed where it was. */
const WORTH_SHOWING = 0.005;

function Change({ change }: { change: number }) {
  const { t, f } = useWords();
  const still = Math.abs(change) < WORTH_SHOWING;
  const tone = still ? text.third : change > 0 ? text.toward : text.away;
  return (
    <div className={text.nowrap}>
      <div className={`${text.small} ${text.medium} ${tone}`}>
        {still ? t('win.unchanged') : t('win.change', { mark: change > 0 ? '▲' : '▼', change: f.change(change) })}
      </div>
      <div className={`${text.tiny} ${text.third}`}>{t('win.in_weeks')}</div>
    </div>
  );
}

/** A dotted word that opens what is behind a figure. */
function Opened({ label, title, children }: { label: string; title: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} width={432} position="bottom-end" trapFocus>
      <Popover.Target>
        <UnstyledButton className={css.ask} onClick={() => setOpen(!open)}>
          {label} <VisuallyHidden>{title}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={css.card ?? ''} tabIndex={0}>
        {open && children}
      </Popover.Dropdown>
    </Popover>
  );
}
