// The fields of a plan. What is closed towards somebody may be planned all the same: the field says why it is not advised.

import { ActionIcon, Select, TextInput, UnstyledButton } from '@mantine/core';
import { DateInput, TimeInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { choicesQuery } from '~/advice/api';
import { closedWords, gainWords } from '~/advice/words';
import type { Aimed, Id, Room, Stage } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { stagesOf } from '~/beliefs/stages';
import { Icon } from '~/graphics/Icon';
import { isActive, usersQuery } from '~/settings/api';
import { dateFormat } from '~/words/fields';
import { fieldErrors } from '~/words/problem';
import { sentence } from '~/words/title';
import { vocabularyQuery } from './api';
import css from './PlanFields.module.css';
import { byPower, type Plan } from './PlanForm';

interface Props {
  room: Room;
  plan: Plan;
  /** Who leads there, from the first asked to the last. */
  through: readonly Id[];
  problem: unknown;
  onChange: (plan: Plan) => void;
}

const MOST_WORDS = 200;

export function PlanFields({ room, plan, through, problem, onChange }: Props) {
  const { t, f, language } = useWords();
  const { data: users = [] } = useQuery(usersQuery);
  const wrong = fieldErrors(t, problem);
  const set = (change: Partial<Plan>) => onChange({ ...plan, ...change });
  const points = room.benefits.points.map(({ name }) => name);
  const offered = plan.benefit && !points.includes(plan.benefit) ? [plan.benefit, ...points] : points;
  return (
    <>
      <KindField room={room} plan={plan} error={wrong.kind} onChange={(kind) => set({ kind })} />
      <People room={room} people={plan.people} error={wrong.people} onChange={(people) => set({ people })} />
      {through.length > 0 && <Way room={room} through={through} />}
      {offered.length > 0 && (
        <Select
          label={t('plan.benefit')}
          data={offered}
          value={plan.benefit}
          onChange={(benefit) => set({ benefit })}
          clearable
          clearButtonProps={{ 'aria-label': t('plan.no_benefit') }}
          error={wrong.benefit}
        />
      )}
      <TextInput
        label={t('plan.aim')}
        placeholder={t('plan.aim_example')}
        value={plan.aim}
        maxLength={MOST_WORDS}
        onChange={(event) => set({ aim: event.currentTarget.value })}
        error={wrong.aim}
      />
      <div className={css.when}>
        <DateInput
          label={t('plan.due')}
          value={plan.due}
          onChange={(due) => set({ due })}
          valueFormat={dateFormat(f.language)}
          error={wrong.due_on}
        />
        <TimeInput
          label={t('plan.time')}
          size="xs"
          value={plan.time}
          onChange={(event) => set({ time: event.currentTarget.value })}
          error={wrong.at}
          lang={language}
        />
        <Select
          label={t('plan.owner')}
          searchable
          data={users
            .filter((user) => isActive(user) || user.id === plan.owner)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={plan.owner}
          onChange={(owner) => owner && set({ owner })}
          error={wrong.owner_id}
        />
      </div>
    </>
  );
}

interface KindProps {
  room: Room;
  plan: Plan;
  error: string | undefined;
  onChange: (kind: string) => void;
}

function KindField({ room, plan, error, onChange }: KindProps) {
  const { t, f } = useWords();
  const first = plan.people[0]?.person_id ?? '';
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const { data: found } = useQuery({ ...choicesQuery(room.opportunity.id, first), enabled: first !== '' });
  const choiceOf = (kind: string | null) => found?.choices.find(({ action }) => action === kind);
  // Those that help this person most come first, as far as that is known.
  const rank = (kind: string) => found?.choices.findIndex(({ action }) => action === kind) ?? 0;
  const kinds = (vocabulary?.actions ?? [])
    .filter(({ key, phases }) => phases.includes(room.phase) || key === plan.kind)
    .sort((one, other) => rank(one.key) - rank(other.key));
  const closed = choiceOf(plan.kind)?.closed;
  return (
    <Select
      label={t('plan.kind')}
      placeholder={t('plan.kind_pick')}
      searchable
      data={kinds.map(({ key }) => ({ value: key, label: sentence(t, `action.${key}`) }))}
      value={plan.kind}
      onChange={(kind) => kind && onChange(kind)}
      renderOption={({ option }) => {
        const choice = choiceOf(option.value);
        return (
          <span className={css.option} data-closed={choice?.closed ? true : undefined}>
            {option.label}
            {choice && !choice.closed && <span className={text.third}>{gainWords(t, f, choice.gain)}</span>}
          </span>
        );
      }}
      error={error}
      description={closed ? closedWords(t, f, closed, room.phase === 'use' ? 'use' : 'win') : undefined}
      data-autofocus={plan.kind ? undefined : true}
    />
  );
}

interface PeopleProps {
  room: Room;
  people: Aimed[];
  error: string | undefined;
  onChange: (people: Aimed[]) => void;
}

/** Whom it is to move, and how far each is to come; the next stage, if nobody says. */
function People({ room, people, error, onChange }: PeopleProps) {
  const { t } = useWords();
  const all = byPower(room.stakeholders).map(({ person }) => person);
  const free = all.filter(({ id }) => !people.some((one) => one.person_id === id));
  const put = (at: number, change: Partial<Aimed>) =>
    onChange(people.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <fieldset className={css.people}>
      <legend className={css.legend}>{t('plan.people')}</legend>
      {people.map((aimed, index) => (
        <div key={aimed.person_id} className={css.person}>
          <Select
            aria-label={t('plan.person')}
            data={all
              .filter(({ id }) => id === aimed.person_id || free.some((one) => one.id === id))
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={aimed.person_id}
            onChange={(id) => id && put(index, { person_id: id })}
          />
          <Select
            aria-label={t('plan.reaches')}
            placeholder={t('plan.reaches_next')}
            data={stagesOf(room.phase)
              .filter((stage) => stage !== 'blocked')
              .map((stage) => ({ value: stage, label: t(`state.${stage}`) }))}
            value={aimed.reaches ?? null}
            onChange={(stage) => put(index, { reaches: stage as Stage | null })}
            clearable
            clearButtonProps={{ 'aria-label': t('plan.reaches_next') }}
          />
          <ActionIcon
            aria-label={t('plan.leave_out', { person: all.find(({ id }) => id === aimed.person_id)?.name ?? '' })}
            disabled={people.length === 1}
            onClick={() => onChange(people.filter((_, at) => at !== index))}
          >
            <Icon name="close" size={13} />
          </ActionIcon>
        </div>
      ))}
      {error && <p className={`${text.small} ${text.away}`}>{error}</p>}
      {free[0] && (
        <UnstyledButton
          className={css.add}
          onClick={() => onChange([...people, { person_id: free[0]?.id ?? '', reaches: null }])}
        >
          {t('plan.add_person')}
        </UnstyledButton>
      )}
    </fieldset>
  );
}

function Way({ room, through }: { room: Room; through: readonly Id[] }) {
  const { t } = useWords();
  const everyone = [...room.ours, ...room.others, ...room.stakeholders.map(({ person }) => person)];
  const names = through.map((id) => everyone.find((one) => one.id === id)?.name ?? '…');
  return (
    <p className={`${text.small} ${text.second} ${css.way}`}>
      <Icon name="handshake" size={14} />
      <span>{t('plan.through', { way: names.join(' → ') })}</span>
    </p>
  );
}
