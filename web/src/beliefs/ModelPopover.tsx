// Which strengths were used: how much each kind of source counts, how complete each channel is, and which model.

import { Popover, UnstyledButton } from '@mantine/core';
import type { Explanation } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { versionName } from '~/model/versions';
import { sentence } from '~/words/title';
import css from './ModelPopover.module.css';

export function ModelPopover({ explanation }: { explanation: Explanation }) {
  const { t } = useWords();
  const { number, version, sources, completeness } = explanation.model;
  return (
    <Popover width={320} position="top-end">
      <Popover.Target>
        <UnstyledButton className={css.open}>{t('why.strengths')}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={css.group}>{t('why.source_strength')}</div>
        {sources.map(({ name, share }) => (
          <Line key={name} label={sentence(t, `source.${name}`)} value={share} />
        ))}
        <div className={css.group}>{t('why.completeness')}</div>
        {completeness.map(({ name, share }) => (
          <Line key={name} label={sentence(t, `channel.${name}`)} value={share} />
        ))}
        <p className={`${text.tiny} ${text.third} ${css.model}`}>
          {[versionName(t, number), t('why.model', { version })].join(' · ')}
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}

function Line({ label, value }: { label: string; value: number }) {
  return (
    <div className={css.line}>
      <span className={text.small}>{label}</span>
      <svg width="64" height="4" aria-hidden="true">
        <rect width="64" height="4" rx="2" fill="var(--line)" />
        <rect width={64 * Math.min(1, value)} height="4" rx="2" fill="var(--text-2)" />
      </svg>
      <span className={css.value}>{value.toFixed(2)}</span>
    </div>
  );
}
