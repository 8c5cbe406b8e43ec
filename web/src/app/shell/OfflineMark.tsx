// A quiet mark while live updates are cut off. What is on the screen stays; it may be older than it looks.

import { Tooltip } from '@mantine/core';
import { liveState } from '~/api/live';
import { useWords } from '~/app/i18n';
import { Icon } from '~/graphics/Icon';
import css from './OfflineMark.module.css';

export function OfflineMark({ folded }: { folded: boolean }) {
  const { t } = useWords();
  if (liveState.use() !== 'cut') return null;
  return (
    <Tooltip label={t('live.cut_detail')} position="right" multiline w={220}>
      <div className={css.mark} role="status">
        <Icon name="offline" />
        {!folded && t('live.cut')}
      </div>
    </Tooltip>
  );
}
