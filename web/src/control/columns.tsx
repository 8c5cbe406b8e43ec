// The columns of the control board: who stands where, what passed between us, and what is going wrong.

import { Link } from '@tanstack/react-router';
import { AlarmButton, MoreAlarms } from '~/alarms/AlarmButton';
import { ALARM_KINDS, alarmWords } from '~/alarms/words';
import type { Alarm, ControlRow } from '~/api/types';
import type { useWords } from '~/app/i18n';
import { Avatar } from '~/app/shared/Avatar';
import type { GridColumn } from '~/app/shared/Grid';
import { Tile } from '~/app/shared/Tile';
import text from '~/app/text.module.css';
import { IntervalMark } from '~/graphics/IntervalMark';
import { PromiseMeter, TOO_FEW_KEPT } from '~/graphics/PromiseMeter';
import { RoleDots } from '~/graphics/RoleDots';
import { StateBar } from '~/graphics/StateBar';
import { TouchPair } from '~/graphics/TouchPair';
import { gapSentence, gapTone } from '~/opportunities/gap';
import { stageName } from '~/words/stage';
import css from './ControlTable.module.css';
import { agoWords, gapFigure, howManyFit, isApart, sharesWords, sum, winWords } from './cells';

type Words = Pick<ReturnType<typeof useWords>, 't' | 'f'>;

const OLD_DAYS = 9;
/** How wide the alarms of a row may be. */
const SIGNALS = 228;
const SIGNALS_ON_PHONE = 200;
const GAP_ARROWS = { away: '▲ ', toward: '▼ ', still: '' } as const;

export function wideColumns({ t, f }: Words): GridColumn<ControlRow>[] {
  return [
    {
      key: 'deal',
      header: t('table.deal'),
      track: 'minmax(156px, 1fr)',
      cell: ({ id, name, organization }) => (
        <>
          <Tile id={organization.id} name={organization.name} />
          <Link to="/deals/$dealId" params={{ dealId: id }} className={css.name ?? ''} title={name}>
            {organization.name}
          </Link>
        </>
      ),
    },
    {
      key: 'owner',
      header: '',
      track: '33px',
      cell: ({ owner }) => <Avatar name={owner.name} size={19} />,
    },
    {
      key: 'amount',
      header: t('table.amount'),
      track: '74px',
      end: true,
      cell: ({ amount }) =>
        amount ? <span className={text.medium}>{f.money(amount)}</span> : <span className={text.third}>–</span>,
    },
    {
      key: 'stage',
      header: t('table.stage'),
      track: '104px',
      cell: ({ stage }) => <span className={`${text.second} ${text.clip}`}>{stageName(t, stage)}</span>,
    },
    {
      key: 'buyers',
      header: t('table.buyers'),
      track: '102px',
      cell: ({ shares }) => <StateBar width={88} shares={shares} label={sharesWords({ t, f }, shares)} />,
    },
    {
      key: 'gap',
      header: t('table.gap'),
      track: '72px',
      end: true,
      cell: (row) => <GapCell row={row} words={{ t, f }} />,
    },
    {
      key: 'touches',
      header: (
        <span>
          {t('control.touches')} <span className={css.ours}>{t('control.ours')}</span>{' '}
          <span className={css.theirs}>{t('control.theirs')}</span>
        </span>
      ),
      track: '120px',
      cell: ({ touches: { ours, theirs } }) => (
        <TouchPair
          ours={ours}
          theirs={theirs}
          label={t('control.touches_words', { weeks: ours.length, ours: sum(ours), theirs: sum(theirs) })}
        />
      ),
    },
    {
      key: 'roles',
      header: t('control.roles'),
      track: '72px',
      cell: ({ roles }) => <RoleDots {...roles} label={t('control.roles_words', { met: roles.met, all: roles.of })} />,
    },
    { key: 'kept', header: t('control.kept'), track: '84px', cell: (row) => <KeptCell row={row} words={{ t, f }} /> },
    {
      key: 'evidence',
      header: t('table.last_evidence'),
      track: '64px',
      end: true,
      cell: ({ last_evidence_at: last }) => {
        const old = last !== null && f.daysAgo(last) > OLD_DAYS;
        return <span className={old ? `${text.away} ${text.medium}` : text.second}>{agoWords({ t, f }, last)}</span>;
      },
    },
    { key: 'win', header: t('control.win'), track: '100px', cell: (row) => <WinCell row={row} words={{ t, f }} /> },
    {
      key: 'signals',
      header: t('control.signals'),
      track: 'minmax(236px, 2fr)',
      cell: ({ alarms }) => <Signals alarms={alarms} room={SIGNALS} words={{ t, f }} />,
    },
  ];
}

/** On a phone a deal is two lines: how it is called and its chance; how far apart we are and what is wrong. */
export function phoneColumns({ t, f }: Words): GridColumn<ControlRow>[] {
  return [
    {
      key: 'deal',
      header: t('table.deal'),
      track: '1fr',
      onPhone: true,
      cell: (row) => (
        <>
          <Tile id={row.organization.id} name={row.organization.name} size={32} />
          <div className={css.phone}>
            <div className={css.phoneHead}>
              <Link to="/deals/$dealId" params={{ dealId: row.id }} className={css.name ?? ''}>
                {row.organization.name}
              </Link>
              <span className={text.second}>{row.amount && f.money(row.amount)}</span>
              <WinCell row={row} words={{ t, f }} />
            </div>
            <div className={css.phoneFoot}>
              <Signals alarms={row.alarms} room={SIGNALS_ON_PHONE} words={{ t, f }} />
              <GapCell row={row} words={{ t, f }} />
            </div>
          </div>
        </>
      ),
    },
  ];
}

function GapCell({ row: { gap, phase }, words: { t, f } }: { row: ControlRow; words: Words }) {
  if (!gap) return <span className={text.third}>{phase === 'use' ? t('table.in_use') : '–'}</span>;
  const tone = gapTone(gap);
  if (tone === 'still') return <span className={text.third}>{gapFigure({ t, f }, gap)}</span>;
  const isDecider = tone === 'away' && !isApart(gap);
  return (
    <span className={`${css.gap} ${text[tone]}`} title={gapSentence(t, f, gap)}>
      {GAP_ARROWS[tone]}
      {isDecider ? t('control.decider') : gapFigure({ t, f }, gap)}
    </span>
  );
}

function KeptCell({ row: { promises }, words: { t } }: { row: ControlRow; words: Words }) {
  const { kept, of } = promises;
  if (of === 0) return <span className={text.third}>–</span>;
  const low = kept / of < TOO_FEW_KEPT;
  return (
    <span
      className={`${css.pair} ${text.small} ${low ? `${text.away} ${text.medium}` : ''}`}
      title={t('control.kept_words', { kept, all: of })}
    >
      <PromiseMeter kept={kept} of={of} />
      {kept}/{of}
    </span>
  );
}

function WinCell({ row: { win }, words: { t, f } }: { row: ControlRow; words: Words }) {
  if (!win) return null;
  const words = winWords({ t, f }, win);
  if (!win.enough)
    return (
      <span className={`${text.small} ${text.third}`} title={words}>
        {t('control.win_unsure')}
      </span>
    );
  return (
    <span className={css.pair}>
      <IntervalMark width={44} value={win.p} low={win.low} high={win.high} label={words} />
      <span className={text.medium}>{f.percent(win.p)}</span>
    </span>
  );
}

function Signals({ alarms, room, words: { t, f } }: { alarms: readonly Alarm[]; room: number; words: Words }) {
  const ringing = alarms.filter(({ snooze }) => !snooze).sort((a, b) => rank(a) - rank(b));
  const ordered = [...ringing, ...alarms.filter(({ snooze }) => snooze)];
  const names = ordered.map((alarm) => alarmWords(t, f, alarm).chip);
  const count = howManyFit(names, room);
  if (ordered.length === 0) return <span className={`${text.third} ${css.signals}`}>{t('control.none')}</span>;
  return (
    <>
      <span className={css.signals}>
        {ordered.slice(0, count).map((alarm, index) => (
          <AlarmButton key={alarm.id ?? `${alarm.kind}-${index}`} alarm={alarm} />
        ))}
      </span>
      {ordered.length > count && <MoreAlarms alarms={ordered.slice(count)} />}
    </>
  );
}

const rank = ({ kind }: Alarm): number => ALARM_KINDS.indexOf(kind);
