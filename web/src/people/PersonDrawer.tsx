// A person, made or changed. Where somebody works is an employment of its own, made along with a new person.

import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { keys } from '~/api/keys';
import type { Id, Person, Ref } from '~/api/types';
import { useWords } from '~/app/i18n';
import { ConflictChoice } from '~/app/shared/ConflictChoice';
import { RecordDrawer } from '~/app/shared/RecordDrawer';
import { useChange } from '~/app/shared/useChange';
import { useFields } from '~/app/shared/useFields';
import { report } from '~/app/undo';
import { RecordSelect } from '~/search/RecordSelect';
import { useSession } from '~/session/api';
import { useNames } from '~/settings/api';
import { OwnerFields, type Ownership } from '~/settings/OwnerFields';
import { problemText } from '~/words/problem';
import { useEmployments, usePeople } from './api';

interface Props {
  person: Person | null;
  organization?: Ref;
  opened: boolean;
  onClose: () => void;
}

export function PersonDrawer(props: Props) {
  return props.opened ? <OpenDrawer key={props.person?.id ?? 'new'} {...props} /> : null;
}

function OpenDrawer({ person: shown, organization: given, opened, onClose }: Props) {
  const { t } = useWords();
  const { user } = useSession();
  const { ownerName, teamName } = useNames();
  // As it was when the form opened: a change by somebody else must not slip under it.
  const [person] = useState(shown);
  const { create, remove } = usePeople();
  const { create: employ } = useEmployments();
  const change = useChange('/people', [keys.people], onClose);
  const [organization, setOrganization] = useState<Ref | null>(given ?? null);
  const [title, setTitle] = useState('');
  const words = {
    name: person?.name ?? '',
    email: person?.email ?? null,
    phone: person?.phone ?? null,
    note: person?.note ?? null,
  };
  const whose: Ownership = person
    ? { owner_id: person.owner_id, team_id: person.team_id }
    : { owner_id: user.id, team_id: null };
  const [owned, setOwned] = useState(whose);
  const { bind, body, wrong } = useFields(words, person ? change.problem : create.error);

  const save = () => {
    const after = { ...body, ...owned, name: body.name ?? '' };
    if (person) change.save({ seen: person, name: after.name, before: { ...words, ...whose }, after });
    else void make(after);
  };
  const make = async (facts: Parameters<typeof create.mutateAsync>[0]) => {
    try {
      const made = await create.mutateAsync(facts);
      report({ message: t('people.created', { name: made.name }), undo: () => remove.mutateAsync(made) });
      onClose();
      if (organization) {
        await employ.mutateAsync({
          person_id: made.id,
          organization_id: organization.id,
          title: title.trim() || null,
        });
      }
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <RecordDrawer
      title={t(person ? 'people.edit' : 'people.new')}
      opened={opened}
      saving={create.isPending || change.saving}
      onClose={onClose}
      onSave={save}
      instead={
        change.conflict && (
          <ConflictChoice
            {...change.conflict}
            saving={change.saving}
            onSettle={change.settle}
            fields={{
              name: { label: t('people.name') },
              email: { label: t('people.email') },
              phone: { label: t('people.phone') },
              note: { label: t('people.note') },
              owner_id: { label: t('people.owner'), show: (id) => ownerName(id as Id | null) ?? '' },
              team_id: { label: t('people.team'), show: (id) => teamName(id as Id | null) ?? '' },
            }}
          />
        )
      }
    >
      <TextInput label={t('people.name')} {...bind('name')} data-autofocus />
      {!person && (
        <>
          <RecordSelect
            noun="organization"
            label={t('people.organization')}
            value={organization}
            onChange={setOrganization}
          />
          <TextInput
            label={t('people.title')}
            placeholder={t('people.title_example')}
            disabled={!organization}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        </>
      )}
      <TextInput label={t('people.email')} type="email" {...bind('email')} />
      <TextInput label={t('people.phone')} type="tel" {...bind('phone')} />
      <OwnerFields value={owned} onChange={setOwned} wrong={wrong} />
      <Textarea label={t('people.note')} autosize minRows={2} {...bind('note')} />
    </RecordDrawer>
  );
}
