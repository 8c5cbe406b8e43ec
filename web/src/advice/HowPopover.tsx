// What gains rest on, how the list is ordered, and what equals are.

import { Popover, UnstyledButton } from '@mantine/core';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import css from './HowPopover.module.css';

export function HowPopover() {
  const { t } = useWords();
  return (
    <Popover width={320} position="bottom-end" trapFocus>
      <Popover.Target>
        <UnstyledButton className={css.open}>{t('advice.how')}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown tabIndex={0}>
        <div className={`${text.small} ${css.words}`}>
          <p>{t('advice.how_gain')}</p>
          <p>{t('advice.how_order')}</p>
          <p>{t('advice.how_equals')}</p>
          <p>{t('advice.how_spread')}</p>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
