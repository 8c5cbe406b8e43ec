// One run of learning that has ended: what came of it, how the later deals judged, what it learned, and the way back.

import { Button, UnstyledButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { Findings, LearningRun, Model } from '~/api/types';
import { type Translate, useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { Sparkline } from '~/graphics/Sparkline';
import { TableTwin } from '~/graphics/TableTwin';
import { useMay } from '~/session/may';
import { problemText } from '~/words/problem';
import { sentence } from '~/words/title';
import { useChangeModel } from './api';
import { draftOf } from './draft';
import { LearnedTable } from './LearnedTable';
import css from './Learning.module.css';
import { drafted } from './state';
import { VerdictTable } from './VerdictTable';

export const stateName = (t: Translate, state: string): string => sentence(t, `learning.state.${state}`);

interface Props {
  model: Model;
  run: LearningRun;
  /** Whether it is the latest, and so opened. */
  first: boolean;
}

export function RunRow({ model, run, first }: Props) {
  const { t, f } = useWords();
  const id = useId();
  const [opened, setOpened] = useState(first);
  const { state, asked_at: at, asked_by: by, findings, version } = run;
  return (
    <li className={css.run}>
      <UnstyledButton className={css.open} aria-expanded={opened} aria-controls={id} onClick={() => setOpened(!opened)}>
        <span className={css.chevron} data-open={opened || undefined}>
          <Icon name="right" size={14} />
        </span>
        <span className={text.medium}>{f.moment(at)}</span>
        <Chip tone={state === 'kept' ? 'us' : 'plain'}>{stateName(t, state)}</Chip>
        <span className={`${text.small} ${text.third}`}>
          {by ? t('learning.asked_by', { name: by.name }) : t('learning.asked_by_house')}
        </span>
      </UnstyledButton>
      <div id={id} className={css.details} hidden={!opened}>
        {opened && findings && <Found model={model} findings={findings} version={version} />}
      </div>
    </li>
  );
}

function Found({ model, findings, version }: { model: Model; findings: Findings; version: number | null }) {
  const { t, f } = useWords();
  const { outcome, dealings, ended, taught_until: until, verdict, passes, climb, learned } = findings;
  return (
    <>
      <p className={css.outcome}>
        {outcome === 'kept' ? t('learning.outcome.kept', { number: version ?? '' }) : t(`learning.outcome.${outcome}`)}
      </p>
      <p className={`${text.small} ${text.second}`}>
        {until && dealings > 0
          ? t('learning.from', { dealings: f.count(dealings), ended: f.count(ended), day: f.fullDay(until) })
          : t('learning.from_few', { ended: f.count(ended) })}
        {passes > 0 && t('common.sentence_gap') + t('learning.passes', { count: passes })}
      </p>
      {verdict && <VerdictTable verdict={verdict} />}
      <Climb values={climb} />
      {learned.length > 0 && <LearnedTable model={model} learned={learned} />}
      <Deed model={model} findings={findings} version={version} />
    </>
  );
}

/** How the objective rose, on a scale of its own: only its shape says something. */
function Climb({ values }: { values: readonly number[] }) {
  const { t, f } = useWords();
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined || values.length < 2) return null;
  const label = t('learning.climb', { first: f.points(first), last: f.points(last) });
  const span = last - first || 1;
  return (
    <section>
      <p className={text.small}>{label}</p>
      <Sparkline values={values.map((value) => (value - first) / span)} width={260} height={44} label={label} />
      <TableTwin
        caption={label}
        head={[t('learning.climb_step'), t('learning.climb_value')]}
        rows={values.map((value, step) => [f.count(step + 1), f.points(value)])}
      />
      <p className={`${text.tiny} ${text.third}`}>{t('learning.climb_does')}</p>
    </section>
  );
}

/** What was taken can be given back; what was not can be looked at as changes of one's own. */
function Deed({ model, findings, version }: { model: Model; findings: Findings; version: number | null }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const mayChange = useMay()('update', 'model');
  const { goBack } = useChangeModel();
  if (!mayChange) return null;
  if (version !== null) {
    if (version !== model.number) return null;
    const refuse = async () => {
      const reason = t('learning.refuse_reason');
      try {
        const { number } = await goBack.mutateAsync({ to: version - 1, based_on: version, reason });
        report({
          message: t('model.taken', { number }),
          undo: async () => {
            await goBack.mutateAsync({ to: version, based_on: number, reason: t('model.undo_reason') });
          },
        });
      } catch (error) {
        report({ message: t('common.not_saved'), detail: problemText(t, error) });
      }
    };
    return (
      <Button loading={goBack.isPending} onClick={() => void refuse()}>
        {t('learning.refuse')}
      </Button>
    );
  }
  if (findings.learned.length === 0) return null;
  const adopt = () => {
    const before = drafted.get();
    const changes = findings.learned.map(({ key, value }) => ({ key, after: value }));
    drafted.set({ changes: draftOf(changes), imported: false });
    void navigate({ to: '/settings/model', search: {} });
    report({ message: t('learning.adopted', { count: changes.length }), undo: () => drafted.set(before) });
  };
  return (
    <div className={css.adopt}>
      <Button onClick={adopt}>{t('learning.adopt')}</Button>
      <span className={`${text.small} ${text.third}`}>{t('learning.adopt_does')}</span>
    </div>
  );
}
