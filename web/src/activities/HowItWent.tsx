// "How did it go?": one tap records it, words may be added. On a phone it comes from below.

import { Drawer, Modal, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import type { Activity } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import css from './HowItWent.module.css';
import { ResultTaps } from './ResultTaps';
import { useFinish } from './useFinish';
import { activityWords } from './words';

interface Props {
  activity: Activity;
  opened: boolean;
  onClose: () => void;
}

const PHONE = '(max-width: 640px)';
const MOST_WORDS = 4000;

export function HowItWent({ activity, opened, onClose }: Props) {
  const { t } = useWords();
  const onPhone = useMediaQuery(PHONE) ?? false;
  const shared = { opened, onClose, title: t('activity.how'), closeButtonProps: { 'aria-label': t('common.close') } };
  const asking = <Asking activity={activity} onDone={onClose} />;
  return onPhone ? (
    <Drawer {...shared} position="bottom" size="auto" radius="lg" classNames={{ content: css.sheet ?? '' }}>
      {asking}
    </Drawer>
  ) : (
    <Modal {...shared} size={460}>
      {asking}
    </Modal>
  );
}

export function Asking({ activity, onDone }: { activity: Activity; onDone: () => void }) {
  const { t } = useWords();
  const { done, pending } = useFinish(activity);
  const [words, setWords] = useState('');
  const tap = async (result: string | null) => {
    if (await done(result, words.trim() || null)) onDone();
  };
  return (
    <div className={css.asking}>
      <p className={text.medium}>{activityWords(t, activity)}</p>
      <TextInput
        aria-label={t('activity.in_words')}
        placeholder={t('activity.in_words')}
        value={words}
        maxLength={MOST_WORDS}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ResultTaps activity={activity} pending={pending} tall onTap={(result) => void tap(result)} />
      <p className={`${text.small} ${text.third}`}>{t('activity.tap_records')}</p>
    </div>
  );
}
