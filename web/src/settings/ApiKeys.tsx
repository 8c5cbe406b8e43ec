// API keys: for programs that work with this installation. The secret is shown once.

import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiKey, KeyScope } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import form from '~/app/shared/form.module.css';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { problemText } from '~/words/problem';
import { apiKeysQuery, KEY_SCOPES, useChangeKeys } from './api';
import css from './Settings.module.css';

export default function ApiKeys() {
  const { t, f } = useWords();
  const list = useQuery(apiKeysQuery);
  const { create, revoke } = useChangeKeys();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<KeyScope>('read');
  if (list.isPending) return <Waiting />;
  if (list.isError)
    return <Failure what={t('api_keys.failed')} error={list.error} onRetry={() => void list.refetch()} />;

  // Its secret, for as long as the key is there.
  const made = list.data.some(({ id }) => id === create.data?.id) ? create.data : null;
  const take = async (key: ApiKey) => {
    await revoke.mutateAsync(key.id);
    report({ message: t('api_keys.revoked', { name: key.name }) });
  };
  const attempt = async (deed: () => Promise<unknown>) => {
    try {
      await deed();
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };
  const add = () =>
    attempt(async () => {
      await create.mutateAsync({ name: name.trim(), scope });
      setName('');
    });

  return (
    <section className={css.section}>
      <h2 className={css.title}>{t('settings.api_keys')}</h2>
      <p className={css.lead}>{t('api_keys.lead')}</p>
      <form
        className={form.inline}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextInput
          aria-label={t('api_keys.name')}
          placeholder={t('api_keys.name_example')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('api_keys.may')}
          value={scope}
          onChange={setScope}
          data={KEY_SCOPES.map((value) => ({ value, label: t(`api_keys.may.${value}`) }))}
        />
        <Button type="submit" disabled={!name.trim()} loading={create.isPending}>
          {t('api_keys.add')}
        </Button>
      </form>
      {made && (
        <div className={css.secret} role="status">
          <div className={text.small}>{t('api_keys.once')}</div>
          <code>{made.secret}</code>
          <ActionIcon aria-label={t('common.copy')} onClick={() => void navigator.clipboard.writeText(made.secret)}>
            <Icon name="copy" />
          </ActionIcon>
        </div>
      )}
      {list.data.length === 0 && <Empty sentence={t('api_keys.empty')} />}
      <table className={css.table}>
        <tbody>
          {list.data.map((key) => (
            <tr key={key.id}>
              <td className={text.medium}>{key.name}</td>
              <td className={text.second}>{t(`api_keys.may.${key.scope}`)}</td>
              <td data-wide className={text.second}>
                {t('api_keys.made', { day: f.day(key.created_at) })}
              </td>
              <td className={css.end}>
                <Button
                  size="xs"
                  variant="subtle"
                  aria-label={t('api_keys.revoke_named', { name: key.name })}
                  onClick={() => void attempt(() => take(key))}
                >
                  {t('api_keys.revoke')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
