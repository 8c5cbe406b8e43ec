// A deal's own facts, changed: what it is called, for how much, until when, whose it is.

import { NumberInput, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Opportunity } from '~/api/types';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import { RecordDrawer } from '~/app/shared/RecordDrawer';
import { report } from '~/app/undo';
import { usersQuery } from '~/settings/api';
import { CURRENCIES, dateFormat, toMinor, toUnits } from '~/words/fields';
import { fieldErrors, problemText } from '~/words/problem';
import { type DealBody, useDeals } from '../api';

export function EditDeal({ deal, onClose }: { deal: Opportunity; onClose: () => void }) {
  const { t, language } = useWords();
  const { change } = useDeals(deal.id);
  const { data: users = [] } = useQuery(usersQuery);
  const [name, setName] = useState(deal.name);
  const [amount, setAmount] = useState(deal.amount ? toUnits(deal.amount) : null);
  const [currency, setCurrency] = useState(deal.amount?.currency ?? (language === 'zh-CN' ? 'CNY' : 'USD'));
  const [close, setClose] = useState<string | null>(deal.expected_close);
  const [owner, setOwner] = useState<string>(deal.owner.id);
  const wrong = fieldErrors(t, change.error);

  const save = async () => {
    const before: DealBody = {
      name: deal.name,
      amount: deal.amount,
      expected_close: deal.expected_close,
      owner_id: deal.owner.id,
    };
    const body: DealBody = {
      name,
      amount: amount === null ? null : { minor: toMinor(amount, currency), currency },
      expected_close: close,
      owner_id: owner,
    };
    try {
      await change.mutateAsync({ id: deal.id, body });
      report({
        message: t('common.saved', { name }),
        undo: async () => void (await change.mutateAsync({ id: deal.id, body: before })),
      });
      onClose();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <RecordDrawer title={t('deal.edit')} opened saving={change.isPending} onClose={onClose} onSave={() => void save()}>
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
