// The whole room at any past day: drag, arrow keys, or play through the evidence. ▲▼ are the evidence itself.

import { ActionIcon, Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Day, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import { EvidenceMarks } from '~/graphics/EvidenceMarks';
import { Icon } from '~/graphics/Icon';
import { addDays, daysBetween } from '~/words/format';
import { outlookQuery } from '../outlook/api';
import css from './TimeSlider.module.css';

const SETTLE_MS = 70;
const PLAY_MS = 650;
const AXIS = 46;
const EDGE = 8;
const NARROW = 480;
const RISE = 27;
const LEAST_SCALE = 0.2;

interface Props {
  room: Room;
  onDay: (day: Day | null) => void;
}

export function TimeSlider({ room, onDay }: Props) {
  const { t, f } = useWords();
  const { ref, width } = useElementSize();
  const last = Math.max(1, daysBetween(room.first_day, room.last_day));
  const shown = daysBetween(room.first_day, room.as_of);
  const [dragged, setDragged] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const position = dragged ?? shown;
  const day = addDays(room.first_day, position);
  const atEnd = position >= last;

  const settle = useRef<ReturnType<typeof setTimeout>>(undefined);
  const go = (index: number) => {
    setDragged(index);
    clearTimeout(settle.current);
    settle.current = setTimeout(() => onDay(index >= last ? null : addDays(room.first_day, index)), SETTLE_MS);
  };
  // Once the room has arrived at the day asked for, the address is the truth again.
  useEffect(() => {
    if (dragged === shown) setDragged(null);
  }, [dragged, shown]);

  const stops = [...new Set(room.marks.map((mark) => daysBetween(room.first_day, mark.day)))].sort((a, b) => a - b);
  const latest = useRef({ position, stops, go });
  latest.current = { position, stops, go };
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const now = latest.current;
      const next = now.stops.find((stop) => stop > now.position) ?? last;
      now.go(next);
      if (next >= last) setPlaying(false);
    }, PLAY_MS);
    return () => clearInterval(timer);
  }, [playing, last]);

  const play = () => {
    if (!playing && atEnd) go(0);
    setPlaying(!playing);
  };
  const x = (index: number) => EDGE + (index / last) * (width - 2 * EDGE);

  return (
    <div className={css.slider}>
      <ActionIcon variant="default" aria-label={t(playing ? 'time.pause' : 'time.play')} onClick={play}>
        <Icon name={playing ? 'pause' : 'play'} size={12} />
      </ActionIcon>
      <div className={css.hint}>{t('time.hint')}</div>
      <div className={css.track} ref={ref}>
        {width > 0 && (
          <svg width={width} height={62} aria-hidden="true">
            <Trend room={room} x={x} />
            <path d={`M${x(0)},${AXIS}.5H${x(last)}`} stroke="var(--mark-muted)" strokeWidth="1.5" />
            <EvidenceMarks
              y={12}
              marks={room.marks.map((mark) => ({ x: x(daysBetween(room.first_day, mark.day)), points: mark.points }))}
            />
            {ticks(last, width < NARROW ? 2 : 4).map((index, place, all) => (
              <text
                key={index}
                x={x(index)}
                y={60}
                fontSize="10.5"
                fill="var(--text-3)"
                textAnchor={anchor(index, last)}
              >
                {f.axisDay(
                  all.map((tick) => addDays(room.first_day, tick)),
                  place,
                )}
              </text>
            ))}
            <path d={`M${x(position)},6V${AXIS + 6}`} stroke="var(--text)" strokeWidth="1.5" />
            <circle
              cx={x(position)}
              cy={AXIS + 0.5}
              r="5.5"
              fill="var(--surface)"
              stroke="var(--text)"
              strokeWidth="2"
            />
          </svg>
        )}
        <input
          className={css.range}
          type="range"
          min={0}
          max={last}
          value={position}
          aria-label={t('time.label')}
          aria-valuetext={f.fullDay(day)}
          onChange={(event) => {
            setPlaying(false);
            go(Number(event.currentTarget.value));
          }}
        />
      </div>
      <div className={css.day}>
        <div className={css.date}>{f.fullDay(day)}</div>
        {atEnd ? (
          <div className={css.note}>{t('time.latest')}</div>
        ) : (
          <Button size="xs" variant="subtle" className={css.back} onClick={() => go(last)}>
            {t('time.back')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The chance to win behind the marks, in its interval. */
function Trend({ room, x }: { room: Room; x: (index: number) => number }) {
  const { data: outlook } = useQuery(outlookQuery(room.opportunity.id));
  const days = outlook?.trend ?? [];
  if (days.length < 2) return null;
  const top = Math.max(LEAST_SCALE, ...days.map(({ high }) => high));
  const at = (day: Day, p: number) =>
    `${x(daysBetween(room.first_day, day)).toFixed(1)},${(AXIS - (p / top) * RISE).toFixed(1)}`;
  const line = days.map(({ day, p }) => at(day, p)).join('L');
  const upper = days.map(({ day, high }) => at(day, high)).join('L');
  const lower = [...days]
    .reverse()
    .map(({ day, low }) => at(day, low))
    .join('L');
  return (
    <>
      <path d={`M${upper}L${lower}Z`} fill="var(--toward)" opacity=".13" />
      <path d={`M${line}`} fill="none" stroke="var(--toward-muted)" strokeWidth="1.4" />
    </>
  );
}

const ticks = (last: number, parts: number): number[] =>
  Array.from({ length: parts + 1 }, (_, index) => Math.round((index / parts) * last));

const anchor = (index: number, last: number) => (index === 0 ? 'start' : index === last ? 'end' : 'middle');
