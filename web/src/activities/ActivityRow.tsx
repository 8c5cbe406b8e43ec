// Something planned: what with whom, until when, by whom; how it went by one tap; edited, cancelled, put away.

import { ActionIcon, Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Activity } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { dueOf } from '~/commitments/due';
import { Icon } from '~/graphics/Icon';
import { problemText } from '~/words/problem';
import css from './ActivityRow.module.css';
import { useActivities } from './api';
import { CancelDialog } from './CancelDialog';
import { timeOf } from './days';
import { HowItWent } from './HowItWent';
import { PlanDialog } from './PlanDialog';
import { ResultTaps } from './ResultTaps';
import { useFinish } from './useFinish';
import { activityWords, kindIcon } from './words';

interface Props {
  activity: Activity;
  /** Which deal it is in, where the page is not about one. */
  deal?: ReactNode;
  /** The answers stand in the row itself: one tap instead of two. */
  withTaps?: boolean;
  readOnly?: boolean;
}

export function ActivityRow({ activity, deal, withTaps, readOnly }: Props) {
  const { t, f } = useWords();
  const { state, due_on: due, at, aim, benefit, owner } = activity;
  const { done, pending } = useFinish(activity);
  const [asking, setAsking] = useState(false);
  const open = state === 'open' || state === 'overdue';
  const when = dueOf(t, f, { due, state: open ? 'open' : 'kept' }, f.today);
  const time = timeOf(at);
  return (
    <li className={css.row} data-state={state}>
      <span className={css.icon}>
        <Icon name={kindIcon(activity.kind)} size={15} />
      </span>
      <div className={css.words}>
        <div className={css.what}>{activityWords(t, activity)}</div>
        {aim && <div className={`${text.small} ${text.second}`}>{aim}</div>}
        <div className={`${text.tiny} ${text.third} ${css.facts}`}>
          {open &&
            when &&
            (when.tone === 'plain' ? <span>{when.words}</span> : <Chip tone={when.tone}>{when.words}</Chip>)}
          {open && time && <span>{time}</span>}
          {state === 'cancelled' && activity.cancelled && (
            <span>
              {t('activity.cancelled_on', { day: f.day(activity.cancelled.at) })}
              {activity.cancelled.reason && ` · ${activity.cancelled.reason}`}
            </span>
          )}
          {deal ?? <span>{owner.name}</span>}
          {benefit && <span>{t('advice.about', { point: benefit })}</span>}
        </div>
        {open && withTaps && !readOnly && (
          <div className={css.taps}>
            <ResultTaps activity={activity} pending={pending} onTap={(result) => void done(result, null)} />
          </div>
        )}
      </div>
      {open && !readOnly && (
        <span className={css.actions}>
          <Button size="xs" className={withTaps ? (css.phoneOnly ?? '') : ''} onClick={() => setAsking(true)}>
            {t('activity.how')}
          </Button>
          <More activity={activity} />
        </span>
      )}
      {open && <HowItWent activity={activity} opened={asking} onClose={() => setAsking(false)} />}
    </li>
  );
}

/** What else can be done about something that is still to be done. */
function More({ activity }: { activity: Activity }) {
  const { t } = useWords();
  const { remove, restore } = useActivities(activity.opportunity.id);
  const [dialog, setDialog] = useState<'edit' | 'cancel' | null>(null);
  const title = activityWords(t, activity);
  const close = () => setDialog(null);
  const putAway = async () => {
    try {
      await remove.mutateAsync(activity);
      report({
        message: t('common.removed', { name: title }),
        undo: async () => void (await restore.mutateAsync(activity.id)),
      });
    } catch (error) {
      report({ message: t('common.not_removed'), detail: problemText(t, error) });
    }
  };
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon size={24} aria-label={t('activity.more', { title })}>
            <Icon name="more" size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="pencil" />} onClick={() => setDialog('edit')}>
            {t('common.edit')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="close" />} onClick={() => setDialog('cancel')}>
            {t('activity.cancel')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="trash" />} onClick={() => void putAway()}>
            {t('common.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <PlanDialog activity={dialog === 'edit' ? activity : null} prefill={null} onClose={close} />
      <CancelDialog activity={activity} opened={dialog === 'cancel'} onClose={close} />
    </>
  );
}
