// Setting by hand which share of a channel a seller records, and giving it back to the estimate.

import { Button, NumberInput, Popover } from '@mantine/core';
import { useState } from 'react';
import type { Ref, Seller } from '~/api/types';
import { useWords } from '~/app/i18n';
import form from '~/app/shared/form.module.css';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { fieldErrors, problemText } from '~/words/problem';
import { useSetCompleteness } from './api';

interface Props {
  seller: Ref;
  channel: Seller['channels'][number];
}

export function ShareButton({ seller, channel: { channel, share, set_by: by } }: Props) {
  const { t, f } = useWords();
  const set = useSetCompleteness(seller.id);
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState<number | string>(Math.round(share * 100));
  const name = t(`completeness.channel.${channel}`);
  const wrong = fieldErrors(t, set.error).share;
  const words = by ? t('completeness.set_by', { name: by.name }) : t('completeness.set');
  const isShare = typeof typed === 'number' && typed > 0 && typed <= 100;

  const put = async (next: number | null) => {
    const before = by ? share : null;
    try {
      const saved = await set.mutateAsync({ channel, share: next });
      const now = saved.channels.find((one) => one.channel === channel)?.share ?? share;
      setOpened(false);
      report({
        message: t('completeness.saved', { seller: seller.name, channel: name, share: f.percent(now) }),
        undo: async () => void (await set.mutateAsync({ channel, share: before })),
      });
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <Popover width={260} position="bottom-end" trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button
          size="xs"
          variant={by ? 'default' : 'subtle'}
          aria-label={t('completeness.set_named', { words, channel: name, seller: seller.name })}
          onClick={() => {
            setTyped(Math.round(share * 100));
            setOpened(!opened);
          }}
        >
          {words}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={form.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (isShare) void put(typed / 100);
          }}
        >
          <NumberInput
            label={name}
            suffix="%"
            min={1}
            max={100}
            decimalScale={0}
            value={typed}
            onChange={setTyped}
            error={wrong ?? (isShare ? undefined : t('completeness.fault'))}
            data-autofocus
          />
          <p className={`${text.small} ${text.third}`} style={{ margin: 0 }}>
            {t('completeness.set_does')}
          </p>
          <div className={form.actions}>
            {by && (
              <Button variant="subtle" onClick={() => void put(null)}>
                {t('completeness.back')}
              </Button>
            )}
            <Button type="submit" variant="filled" disabled={!isShare} loading={set.isPending}>
              {t('common.save')}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
