// The figures of the model, grouped and searched, and the draft of changes that goes with them.

import { Button, SegmentedControl, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Model, ModelEntry } from '~/api/types';
import { useWords } from '~/app/i18n';
import { ButtonLink } from '~/app/shared/ButtonLink';
import { Empty } from '~/app/shared/Empty';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { useMay } from '~/session/may';
import { checkQuery } from './api';
import { sendable, valueIn, withFigure } from './draft';
import { type Edit, EntryRow, isWithin } from './EntryRow';
import css from './Figures.module.css';
import { countFaults, faultOf, refusals } from './faults';
import { figuresByPath, GROUPS, type Group, groupOf, WEIGHTS } from './figures';
import { Review } from './Review';
import { Stages } from './Stages';
import { drafted, NO_DRAFT, setDraft } from './state';
import { answersTo } from './words';

const SETTLES_MS = 350;
const SHOW = ['all', 'changed', 'learned'] as const;
type Show = (typeof SHOW)[number];

export function Figures({ model }: { model: Model }) {
  const { t } = useWords();
  const [group, setGroup] = useState<Group>('unasked');
  const [typed, setTyped] = useState('');
  const [show, setShow] = useState<Show>('all');
  const { edit, faults } = useEdit(model);
  const across = typed.trim() !== '' || show !== 'all';
  const entries = model.entries.filter(
    (entry) =>
      (across || groupOf(entry) === group) &&
      (!typed.trim() || answersTo(t, model, entry, typed)) &&
      isShown(entry, show),
  );
  return (
    <>
      <div className={css.tools}>
        <TextInput
          className={css.search ?? ''}
          aria-label={t('model.search')}
          placeholder={t('model.search')}
          leftSection={<Icon name="search" size={14} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('model.show')}
          value={show}
          onChange={(value) => setShow(value as Show)}
          data={SHOW.map((value) => ({ value, label: t(`model.show.${value}`) }))}
        />
      </div>
      <fieldset className={css.groups} aria-label={t('model.groups')}>
        {GROUPS.map((name) => (
          <UnstyledButton
            key={name}
            className={css.group}
            aria-pressed={!across && name === group}
            onClick={() => {
              setGroup(name);
              setTyped('');
              setShow('all');
            }}
          >
            {t(`model.group.${name}`)}
          </UnstyledButton>
        ))}
      </fieldset>
      {!across && <p className={`${text.second} ${css.lead}`}>{t(`model.group.${group}_does`)}</p>}
      {!across && group === 'alarms' && (
        <Empty sentence={t('model.alarms')}>
          <ButtonLink to="/settings/limits">{t('model.alarms_go')}</ButtonLink>
        </Empty>
      )}
      {!across && group === 'stages' && <Stages model={model} />}
      {!across && ['unasked', 'said', 'ours'].includes(group) && (
        <p className={`${text.small} ${text.third} ${css.lead}`}>{t('model.strengths_lead')}</p>
      )}
      <ul className={css.entries}>
        {entries.map((entry) => (
          <EntryRow key={entry.path} model={model} entry={entry} edit={edit} within={!across && isWithin(entry)} />
        ))}
      </ul>
      {entries.length === 0 && across && <Empty sentence={nothing(t, show, typed)} />}
      <DraftBar model={model} faults={faults} />
    </>
  );
}

function nothing(t: ReturnType<typeof useWords>['t'], show: Show, typed: string): string {
  if (typed.trim() || show === 'all') return t('common.nothing_found');
  return t(`model.nothing_${show}`);
}

function isShown(entry: ModelEntry, show: Show): boolean {
  if (show === 'all') return true;
  return entry.fields.some(({ is_edited: edited, learned }) => (show === 'changed' ? edited : learned !== null));
}

/** The draft as fields see it. What cannot be is found at once where it can, and else by the server while one types. */
function useEdit(model: Model): { edit: Edit; faults: ReadonlyMap<string, string> } {
  const { t } = useWords();
  const readOnly = !useMay()('update', 'model');
  const { changes } = drafted.use();
  const [settled] = useDebouncedValue(sendable(changes), SETTLES_MS);
  const check = useQuery(checkQuery(settled));
  const shipped = figuresByPath(model);
  const faults = new Map(refusals(t, check.error));
  for (const [path, value] of Object.entries(changes)) {
    const isWeights = WEIGHTS.includes(path.split('.').at(-1) ?? '');
    const fault = faultOf(value, shipped.get(path)?.shipped ?? null, isWeights);
    if (fault) faults.set(path, t(`model.fault.${fault}`));
  }
  for (const path of faults.keys()) if (path && !(path in changes)) faults.delete(path);
  const edit: Edit = {
    readOnly,
    valueOf: ({ path, in_force: inForce }) => valueIn(changes, path, inForce),
    wrongOf: (path) => faults.get(path),
    set: ({ path, in_force: inForce }, value) => setDraft(withFigure(drafted.get().changes, path, value, inForce)),
  };
  return { edit, faults };
}

function DraftBar({ model, faults }: { model: Model; faults: ReadonlyMap<string, string> }) {
  const { t } = useWords();
  const { changes } = drafted.use();
  const [reviewing, setReviewing] = useState(false);
  const count = Object.keys(changes).length;
  const wrong = countFaults(changes, faults);
  const discard = () => {
    const before = drafted.get();
    drafted.set(NO_DRAFT);
    report({ message: t('model.discarded', { count }), undo: () => drafted.set(before) });
  };
  return (
    <>
      {count > 0 && (
        <footer className={css.foot}>
          <span className={text.medium} role="status">
            {t('model.draft', { count })}
          </span>
          {wrong > 0 && (
            <span className={`${text.small} ${text.away}`}>{t('model.draft_faults', { count: wrong })}</span>
          )}
          <span className={css.space} />
          <Button onClick={discard}>{t('model.discard')}</Button>
          <Button variant="filled" onClick={() => setReviewing(true)}>
            {t('model.review')}
          </Button>
        </footer>
      )}
      <Review model={model} faults={faults} opened={reviewing && count > 0} onClose={() => setReviewing(false)} />
    </>
  );
}
