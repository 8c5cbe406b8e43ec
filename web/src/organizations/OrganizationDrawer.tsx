// An organization, made or changed.

import { Textarea, TextInput } from '@mantine/core';
import type { Organization } from '~/api/types';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import { RecordDrawer } from '~/app/shared/RecordDrawer';
import { useFields } from '~/app/shared/useFields';
import { report } from '~/app/undo';
import { problemText } from '~/words/problem';
import { useOrganizations } from './api';

interface Props {
  organization: Organization | null;
  opened: boolean;
  onClose: () => void;
}

export function OrganizationDrawer(props: Props) {
  return props.opened ? <OpenDrawer key={props.organization?.id ?? 'new'} {...props} /> : null;
}

function OpenDrawer({ organization, opened, onClose }: Props) {
  const { t } = useWords();
  const { create, change, remove } = useOrganizations();
  const saving = organization ? change : create;
  const before = {
    name: organization?.name ?? '',
    city: organization?.city ?? null,
    country: organization?.country ?? null,
    sector: organization?.sector ?? null,
    website: organization?.website ?? null,
    note: organization?.note ?? null,
  };
  const { bind, body } = useFields(before, saving.error);

  const save = async () => {
    const sent = { ...body, name: body.name ?? '' };
    try {
      if (organization) {
        await change.mutateAsync({ id: organization.id, body: sent });
        report({
          message: t('common.saved', { name: sent.name }),
          undo: async () => {
            await change.mutateAsync({ id: organization.id, body: before });
          },
        });
      } else {
        const made = await create.mutateAsync(sent);
        report({ message: t('organizations.created', { name: made.name }), undo: () => remove.mutateAsync(made.id) });
      }
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <RecordDrawer
      title={t(organization ? 'organizations.edit' : 'organizations.new')}
      opened={opened}
      saving={saving.isPending}
      onClose={onClose}
      onSave={() => void save()}
    >
      <TextInput label={t('organizations.name')} {...bind('name')} data-autofocus />
      <TextInput label={t('organizations.sector')} {...bind('sector')} />
      <div className={form.pair}>
        <TextInput label={t('organizations.city')} {...bind('city')} />
        <TextInput label={t('organizations.country')} {...bind('country')} />
      </div>
      <TextInput label={t('organizations.website')} type="url" {...bind('website')} />
      <Textarea label={t('people.note')} autosize minRows={2} {...bind('note')} />
    </RecordDrawer>
  );
}
