// The answer to a supposition: the chance to win before and after with its intervals, and how everybody's stand would shift.

import type { Supposition as Answer, Id, Room, Stage } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { ShiftMark } from '~/graphics/ShiftMark';
import { TableTwin } from '~/graphics/TableTwin';
import css from './Suppose.module.css';

const STANDS = [-1, 1] as const;

interface Props {
  room: Room;
  answer: Answer;
  supposed: ReadonlyMap<Id, Stage>;
  stale: boolean;
}

export function Supposition({ room, answer, supposed, stale }: Props) {
  const { t, f } = useWords();
  const { before, after } = answer;
  const names = new Map(room.stakeholders.map(({ person }) => [person.id, person.name]));
  const shifts = [...answer.shifts].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  const stand = (value: number) => f.points(value * 10);
  const change = after.p - before.p;
  const little = !before.enough || !after.enough;
  const said = t('suppose.win', { before: f.percent(before.p), after: f.percent(after.p) });
  return (
    <div className={css.answer} data-stale={stale || undefined} aria-live="polite">
      <section>
        <h3 className={css.title}>{t('win.title')}</h3>
        <div className={css.win}>
          <span className={css.figures}>
            {f.percent(before.p)} <span className={text.third}>→</span> {f.percent(after.p)}
          </span>
          <span className={`${text.medium} ${change >= 0 ? text.toward : text.away}`}>
            {t('suppose.change', { change: f.change(change) })}
          </span>
        </div>
        <ShiftMark before={before.p} after={after.p} halo={after} width={380} label={said} />
        <p className={`${text.tiny} ${text.third}`}>
          {t('suppose.intervals', {
            before: `${Math.round(before.low * 100)}–${Math.round(before.high * 100)}`,
            after: `${Math.round(after.low * 100)}–${Math.round(after.high * 100)}`,
          })}
          {little && ` · ${t('win.too_little')}`}
        </p>
      </section>
      <section>
        <h3 className={css.title}>
          {t('suppose.stands')} <span className={`${text.tiny} ${text.third}`}>{t('suppose.stands_scale')}</span>
        </h3>
        <ul className={css.shifts} aria-hidden="true">
          {shifts.map((shift) => (
            <li key={shift.person_id} className={css.shift}>
              <span className={`${text.small} ${text.clip}`} data-supposed={supposed.has(shift.person_id) || undefined}>
                {names.get(shift.person_id)}
              </span>
              <ShiftMark before={shift.before} after={shift.after} range={STANDS} width={140} label="" />
              <span className={`${text.tiny} ${text.third} ${text.end}`}>
                {stand(shift.before)} → {stand(shift.after)}
              </span>
            </li>
          ))}
        </ul>
        <TableTwin
          caption={t('suppose.stands')}
          head={[t('room.person'), t('factors.before'), t('suppose.after')]}
          rows={shifts.map((shift) => [names.get(shift.person_id) ?? '', stand(shift.before), stand(shift.after)])}
        />
      </section>
    </div>
  );
}
