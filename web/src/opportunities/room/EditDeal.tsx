// A deal's own facts, changed: what it is called, for how much, until when, whose it is.

import { NumberInput, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '~/api/keys';
import type { Money, Opportunity, OpportunityFacts } from '~/api/types';
import { useWords } from '~/app/i18n';
import { ConflictChoice, type FieldWords } from '~/app/shared/ConflictChoice';
import form from '~/app/shared/form.module.css';
import { RecordDrawer } from '~/app/shared/RecordDrawer';
import { useChange } from '~/app/shared/useChange';
import { usersQuery } from '~/settings/api';
import { CURRENCIES, dateFormat, toMinor, toUnits } from '~/words/fields';
import { fieldErrors } from '~/words/problem';

type Edited = Required<Pick<OpportunityFacts, 'name' | 'amount' | 'expected_close' | 'owner_id'>>;

export function EditDeal({ deal, onClose }: { deal: Opportunity; onClose: () => void }) {
  const { t, f, language } = useWords();
  const { save, saving, problem, conflict, settle } = useChange(
    '/opportunities',
    [keys.opportunity(deal.id), keys.boards, ['opportunities', 'list']],
    onClose,
  );
  const { data: users = [] } = useQuery(usersQuery);
  // What the form was opened with: a change by somebody else must not slip under it.
  const [before] = useState<Edited & { version: number }>(deal);
  const [name, setName] = useState(before.name);
  const [amount, setAmount] = useState(before.amount ? toUnits(before.amount) : null);
  const [currency, setCurrency] = useState(before.amount?.currency ?? (language === 'zh-CN' ? 'CNY' : 'USD'));
  const [close, setClose] = useState<string | null>(before.expected_close);
  const [owner, setOwner] = useState<string>(before.owner_id);
  const wrong = fieldErrors(t, problem);

  const submit = () => {
    const after: Edited = {
      name: name.trim(),
      amount: amount === null ? null : { minor: toMinor(amount, currency), currency },
      expected_close: close,
      owner_id: owner,
    };
    save({ seen: { id: deal.id, version: before.version }, name: after.name, before: edited(before), after });
  };
  const fields: FieldWords = {
    name: { label: t('deal.name') },
    amount: { label: t('deal.amount'), show: (value) => (value ? f.money(value as Money) : '') },
    expected_close: { label: t('deal.expected_close'), show: (value) => (value ? f.fullDay(String(value)) : '') },
    owner_id: { label: t('deal.owner'), show: (value) => users.find(({ id }) => id === value)?.name ?? '' },
  };

  return (
    <RecordDrawer
      title={t('deal.edit')}
      opened
      saving={saving}
      onClose={onClose}
      onSave={submit}
      instead={conflict && <ConflictChoice {...conflict} fields={fields} saving={saving} onSettle={settle} />}
    >
      <TextInput
        label={t('deal.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={wrong.name}
        data-autofocus
      />
      <div className={form.pair}>
        <NumberInput
          label={t('deal.amount')}
          value={amount ?? ''}
          onChange={(value) => setAmount(typeof value === 'number' ? value : null)}
          thousandSeparator=","
          min={0}
          hideControls
          error={wrong.amount}
        />
        <Select
          label={t('deal.currency')}
          data={CURRENCIES}
          value={currency}
          onChange={(value) => value && setCurrency(value)}
        />
      </div>
      <DateInput
        label={t('deal.expected_close')}
        value={close}
        onChange={setClose}
        valueFormat={dateFormat(language)}
        clearable
        error={wrong.expected_close}
      />
      <Select
        label={t('deal.owner')}
        searchable
        data={users.map(({ id, name: user }) => ({ value: id, label: user }))}
        value={owner}
        onChange={(value) => value && setOwner(value)}
        error={wrong.owner_id}
      />
    </RecordDrawer>
  );
}

const edited = ({ name, amount, expected_close, owner_id }: Edited): Edited => ({
  name,
  amount,
  expected_close,
  owner_id,
});
