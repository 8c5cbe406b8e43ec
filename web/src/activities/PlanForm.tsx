// The forms behind the dialog: a new plan, and a plan changed, over the same fields.

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Prefill } from '~/advice/prefill';
import { keys } from '~/api/keys';
import type { Activity, Aimed, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import { ConflictChoice, type FieldWords } from '~/app/shared/ConflictChoice';
import form from '~/app/shared/form.module.css';
import { useChange } from '~/app/shared/useChange';
import { report } from '~/app/undo';
import { usersQuery } from '~/settings/api';
import { problemText } from '~/words/problem';
import { sentence } from '~/words/title';
import { useActivities } from './api';
import { momentOf, nextWorkingDay, timeOf } from './days';
import { PlanFields } from './PlanFields';
import { Preview } from './Preview';
import { activityWords, expectationWords } from './words';

/** What is typed and picked. */
export interface Plan {
  kind: string | null;
  people: Aimed[];
  benefit: string | null;
  aim: string;
  due: string | null;
  time: string;
  owner: string;
}

interface NewProps {
  room: Room;
  prefill: Prefill;
  onClose: () => void;
}

export function PlanForm({ room, prefill, onClose }: NewProps) {
  const { t, f } = useWords();
  const { opportunity, stakeholders } = room;
  const { create, remove } = useActivities(opportunity.id);
  const { kind, personId, through, benefit } = prefill;
  const first = personId ?? byPower(stakeholders)[0]?.person.id;
  const [plan, setPlan] = useState<Plan>({
    kind,
    people: first ? [{ person_id: first, reaches: null }] : [],
    benefit,
    aim: '',
    due: nextWorkingDay(f.today),
    time: '',
    owner: opportunity.owner_id,
  });
  const way = plan.kind === kind && plan.people[0]?.person_id === personId ? through : [];

  const submit = async () => {
    if (!plan.kind || !plan.due) return;
    try {
      const made = await create.mutateAsync({
        opportunity_id: opportunity.id,
        ...factsOf(plan),
        through: way,
        suggested: prefill.suggested && plan.kind === kind && plan.people[0]?.person_id === personId,
      });
      const nameOf = (id: string) => made.names.find((one) => one.id === id)?.name ?? '';
      report({
        message: t('plan.made', { title: activityWords(t, made), day: f.spokenDay(made.due_on) }),
        detail: made.expected ? expectationWords(t, f, made.expected, nameOf) : undefined,
        undo: async () => void (await remove.mutateAsync(made)),
      });
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };
  return (
    <Frame plan={plan} saving={create.isPending} word={t('plan.do')} onSave={() => void submit()} onClose={onClose}>
      <PlanFields room={room} plan={plan} through={way} problem={create.error} onChange={setPlan} />
      <Preview room={room} plan={plan} />
    </Frame>
  );
}

interface EditProps {
  room: Room;
  activity: Activity;
  onClose: () => void;
}

export function EditForm({ room, activity, onClose }: EditProps) {
  const { t, f } = useWords();
  const { data: users = [] } = useQuery(usersQuery);
  // What the form was opened with: a change by somebody else must not slip under it.
  const [before] = useState(activity);
  const [plan, setPlan] = useState<Plan>({
    kind: before.kind,
    people: before.people,
    benefit: before.benefit,
    aim: before.aim ?? '',
    due: before.due_on,
    time: timeOf(before.at),
    owner: before.owner_id,
  });
  const { save, saving, problem, conflict, settle } = useChange(
    '/activities',
    [keys.opportunity(room.opportunity.id), keys.today],
    onClose,
  );
  const submit = () => {
    if (!plan.kind || !plan.due) return;
    const { kind, owner_id, people, aim, benefit, due_on, at } = before;
    save({
      seen: { id: before.id, version: before.version },
      name: activityWords(t, before),
      before: { kind, owner_id, people, aim, benefit, due_on, at },
      after: factsOf(plan),
    });
  };
  const nameOf = (id: string) => room.stakeholders.find(({ person }) => person.id === id)?.person.name ?? '';
  const fields: FieldWords = {
    kind: { label: t('plan.kind'), show: (kind) => sentence(t, `action.${kind}`) },
    people: {
      label: t('plan.people'),
      show: (people) => (people as Aimed[]).map((one) => nameOf(one.person_id)).join(t('common.list_gap')),
    },
    benefit: { label: t('plan.benefit') },
    aim: { label: t('plan.aim') },
    due_on: { label: t('plan.due'), show: (day) => f.fullDay(String(day)) },
    at: { label: t('plan.time'), show: (at) => timeOf(at ? String(at) : null) },
    owner_id: { label: t('plan.owner'), show: (id) => users.find((one) => one.id === id)?.name ?? '' },
  };
  if (conflict) return <ConflictChoice {...conflict} fields={fields} saving={saving} onSettle={settle} />;
  return (
    <Frame plan={plan} saving={saving} word={t('common.save')} onSave={submit} onClose={onClose}>
      <PlanFields room={room} plan={plan} through={before.through ?? []} problem={problem} onChange={setPlan} />
      <Preview room={room} plan={plan} />
    </Frame>
  );
}

interface FrameProps {
  plan: Plan;
  saving: boolean;
  word: string;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

function Frame({ plan, saving, word, onSave, onClose, children }: FrameProps) {
  const { t } = useWords();
  return (
    <form
      className={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      <div className={form.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          type="submit"
          variant="filled"
          loading={saving}
          disabled={!plan.kind || !plan.due || plan.people.length === 0}
        >
          {word}
        </Button>
      </div>
    </form>
  );
}

const factsOf = ({ kind, people, benefit, aim, due, time, owner }: Plan) => ({
  kind: kind ?? '',
  owner_id: owner,
  people,
  aim: aim.trim() || null,
  benefit,
  due_on: due ?? '',
  at: due ? momentOf(due, time) : null,
});

export const byPower = (stakeholders: Room['stakeholders']) =>
  stakeholders.filter(({ active }) => active).sort((a, b) => b.power - a.power);
