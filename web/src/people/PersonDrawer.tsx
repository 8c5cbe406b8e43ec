// A person, made or changed.

import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Person, Ref } from '~/api/types';
import { useWords } from '~/app/i18n';
import { RecordDrawer } from '~/app/shared/RecordDrawer';
import { useFields } from '~/app/shared/useFields';
import { report } from '~/app/undo';
import { RecordSelect } from '~/search/RecordSelect';
import { problemText } from '~/words/problem';
import { usePeople } from './api';

interface Props {
  person: Person | null;
  organization?: Ref;
  opened: boolean;
  onClose: () => void;
}

export function PersonDrawer(props: Props) {
  return props.opened ? <OpenDrawer key={props.person?.id ?? 'new'} {...props} /> : null;
}

function OpenDrawer({ person, organization: given, opened, onClose }: Props) {
  const { t } = useWords();
  const { create, change, remove } = usePeople();
  const saving = person ? change : create;
  const [organization, setOrganization] = useState<Ref | null>(person?.organization ?? given ?? null);
  const { bind, body, wrong } = useFields(
    {
      name: person?.name ?? '',
      title: person?.title ?? null,
      email: person?.email ?? null,
      phone: person?.phone ?? null,
      note: person?.note ?? null,
    },
    saving.error,
  );

  const save = async () => {
    const sent = { ...body, name: body.name ?? '', organization_id: organization?.id ?? null };
    try {
      if (person) {
        const before = {
          name: person.name,
          title: person.title,
          email: person.email,
          phone: person.phone,
          note: person.note,
          organization_id: person.organization?.id ?? null,
        };
        await change.mutateAsync({ id: person.id, body: sent });
        report({
          message: t('common.saved', { name: sent.name }),
          undo: async () => {
            await change.mutateAsync({ id: person.id, body: before });
          },
        });
      } else {
        const made = await create.mutateAsync(sent);
        report({ message: t('people.created', { name: made.name }), undo: () => remove.mutateAsync(made.id) });
      }
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <RecordDrawer
      title={t(person ? 'people.edit' : 'people.new')}
      opened={opened}
      saving={saving.isPending}
      onClose={onClose}
      onSave={() => void save()}
    >
      <TextInput label={t('people.name')} {...bind('name')} data-autofocus />
      <TextInput label={t('people.title')} placeholder={t('people.title_example')} {...bind('title')} />
      <RecordSelect
        noun="organization"
        label={t('people.organization')}
        value={organization}
        onChange={setOrganization}
        error={wrong.organization_id}
      />
      <TextInput label={t('people.email')} type="email" {...bind('email')} />
      <TextInput label={t('people.phone')} type="tel" {...bind('phone')} />
      <Textarea label={t('people.note')} autosize minRows={2} {...bind('note')} />
    </RecordDrawer>
  );
}
