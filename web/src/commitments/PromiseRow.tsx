// One promise: what, who to whom, when, and one main button to say it was kept.

import { ActionIcon, Button, Menu } from '@mantine/core';
import type { Commitment, Day } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import { problemText } from '~/words/problem';
import { type Outcome, usePromises } from './api';
import { dueOf } from './due';
import css from './PromiseRow.module.css';

const ICONS = { open: 'clock', overdue: 'clock', kept: 'check', broken: 'close', withdrawn: 'close' } as const;

interface Props {
  promise: Commitment;
  asOf: Day;
  /** Who is on the other side is left out where the page is about that person. */
  withPeople?: boolean;
  /** Nothing can be said of it here: a day is looked back at, or it is not the reader's to say. */
  readOnly?: boolean;
}

export function PromiseRow({ promise, asOf, withPeople = true, readOnly }: Props) {
  const { t, f } = useWords();
  const { change } = usePromises(promise.opportunity_id);
  const open = promise.state === 'open' || promise.state === 'overdue';
  const due = dueOf(t, f, promise, asOf);
  const ended = promise.kept_on ?? promise.broken_on ?? promise.withdrawn_on;

  const say = async (outcome: Outcome) => {
    try {
      const said = await change.mutateAsync({ ...seen(promise), body: { [outcome]: f.today } });
      report({
        message: t(`promise.said.${outcome}`, { text: promise.text }),
        undo: async () => {
          await change.mutateAsync({ ...seen(said), body: { [outcome]: null } });
        },
      });
    } catch (error) {
      report({ message: t('promise.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <li className={css.row} data-state={promise.state}>
      <span className={css.icon}>
        <Icon name={ICONS[promise.state]} size={15} />
      </span>
      <div className={css.words}>
        <div className={text.small}>{promise.text}</div>
        <div className={`${text.tiny} ${text.third} ${css.facts}`}>
          {withPeople && (
            <span>
              {t(promise.ours ? 'promise.ours_to' : 'promise.theirs_from', {
                person: promise.ours ? promise.to.name : promise.by.name,
              })}
            </span>
          )}
          {open && due && (due.tone === 'plain' ? <span>{due.words}</span> : <Chip tone={due.tone}>{due.words}</Chip>)}
          {!open && (
            <span>
              {t(`promise.state.${promise.state}`)} {ended ? f.day(ended) : ''}
            </span>
          )}
          {promise.assumed && <Chip tone="dashed">{t('assumed.chip')}</Chip>}
        </div>
      </div>
      {open && !readOnly && (
        <span className={css.actions}>
          <Button size="xs" onClick={() => void say('kept_on')}>
            {t('promise.kept')}
          </Button>
          <Menu>
            <Menu.Target>
              <ActionIcon size={24} aria-label={t('promise.more', { text: promise.text })}>
                <Icon name="more" size={14} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void say('broken_on')}>{t('promise.broken')}</Menu.Item>
              <Menu.Item onClick={() => void say('withdrawn_on')}>{t('promise.withdraw')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      )}
    </li>
  );
}

const seen = ({ id, version }: Commitment) => ({ id, version });
