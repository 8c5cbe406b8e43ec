// An organization, made or changed.

import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { keys } from '~/api/keys';
import type { Day, Id, Organization } from '~/api/types';
import { useWords } from '~/app/i18n';
import { ConflictChoice } from '~/app/shared/ConflictChoice';
import form from '~/app/shared/form.module.css';
import { RecordDrawer } from '~/app/shared/RecordDrawer';
import { useChange } from '~/app/shared/useChange';
import { useFields } from '~/app/shared/useFields';
import { report } from '~/app/undo';
import { useSession } from '~/session/api';
import { useNames } from '~/settings/api';
import { OwnerFields } from '~/settings/OwnerFields';
import { dateFormat } from '~/words/fields';
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

function OpenDrawer({ organization: shown, opened, onClose }: Props) {
  const { t, f, language } = useWords();
  const { user } = useSession();
  const { ownerName, teamName } = useNames();
  // As it was when the form opened: a change by somebody else must not slip under it.
  const [organization] = useState(shown);
  const { create, remove } = useOrganizations();
  const change = useChange('/organizations', [keys.organizations], onClose);
  const words = {
    name: organization?.name ?? '',
    city: organization?.city ?? null,
    country: organization?.country ?? null,
    sector: organization?.sector ?? null,
    website: organization?.website ?? null,
    note: organization?.note ?? null,
  };
  const rest = {
    owner_id: organization ? organization.owner_id : user.id,
    team_id: organization?.team_id ?? null,
    customer_since: organization?.customer_since ?? null,
    competitor: organization?.competitor ?? false,
  };
  const [others, setOthers] = useState(rest);
  const { bind, body, wrong } = useFields(words, organization ? change.problem : create.error);

  const save = () => {
    const after = { ...body, ...others, name: body.name ?? '' };
    if (organization) change.save({ seen: organization, name: after.name, before: { ...words, ...rest }, after });
    else void make(after);
  };
  const make = async (facts: Parameters<typeof create.mutateAsync>[0]) => {
    try {
      const made = await create.mutateAsync(facts);
      report({ message: t('organizations.created', { name: made.name }), undo: () => remove.mutateAsync(made) });
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <RecordDrawer
      title={t(organization ? 'organizations.edit' : 'organizations.new')}
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
              name: { label: t('organizations.name') },
              city: { label: t('organizations.city') },
              country: { label: t('organizations.country') },
              sector: { label: t('organizations.sector') },
              website: { label: t('organizations.website') },
              note: { label: t('people.note') },
              competitor: {
                label: t('organizations.competitor'),
                show: (value) => t(value ? 'common.yes' : 'common.no'),
              },
              customer_since: {
                label: t('organizations.customer_since'),
                show: (day) => (day ? f.fullDay(day as Day) : ''),
              },
              owner_id: { label: t('people.owner'), show: (id) => ownerName(id as Id | null) ?? '' },
              team_id: { label: t('people.team'), show: (id) => teamName(id as Id | null) ?? '' },
            }}
          />
        )
      }
    >
      <TextInput label={t('organizations.name')} {...bind('name')} data-autofocus />
      <TextInput label={t('organizations.sector')} {...bind('sector')} />
      <div className={form.pair}>
        <TextInput label={t('organizations.city')} {...bind('city')} />
        <TextInput label={t('organizations.country')} {...bind('country')} />
      </div>
      <TextInput label={t('organizations.website')} type="url" {...bind('website')} />
      <DateInput
        label={t('organizations.customer_since')}
        value={others.customer_since}
        onChange={(day) => setOthers({ ...others, customer_since: day })}
        valueFormat={dateFormat(language)}
        clearable
        error={wrong.customer_since}
      />
      <Checkbox
        label={t('organizations.competitor')}
        checked={others.competitor}
        onChange={(event) => setOthers({ ...others, competitor: event.currentTarget.checked })}
      />
      <OwnerFields value={others} onChange={(whose) => setOthers({ ...others, ...whose })} wrong={wrong} />
      <Textarea label={t('people.note')} autosize minRows={2} {...bind('note')} />
    </RecordDrawer>
  );
}
