// What the marks on the map mean, assumed facts included.

import { Popover, UnstyledButton } from '@mantine/core';
import type { Phase } from '~/api/types';
import { useWords } from '~/app/i18n';
import { stagesOf } from '~/beliefs/stages';
import css from './MapLegend.module.css';

export function MapLegend({ phase }: { phase: Phase }) {
  const { t } = useWords();
  return (
    <div className={css.legend}>
      <span className={css.item}>
        <span className={css.ramp}>
          {stagesOf(phase).map((stage) => (
            <svg key={stage} width="9" height="9" aria-hidden="true">
              <rect width="9" height="9" rx="2" fill={`var(--state-${stage})`} />
            </svg>
          ))}
        </span>
        {t('map.legend.state')}
      </span>
      <span className={css.item}>
        <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
          <circle r="5.5" fill="none" stroke="var(--line-strong)" strokeWidth="1.5" />
          <path d="M0,-5.5a5.5,5.5 0 0 1 0,11" fill="none" stroke="var(--text)" strokeWidth="2.2" />
        </svg>
        {t('map.legend.power')}
      </span>
      <span className={css.item}>
        <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
          <path d="M0,-6a6,6 0 0 1 6,6" fill="none" stroke="var(--toward-muted)" strokeWidth="1.8" />
        </svg>
        {t('map.legend.share')}
      </span>
      <Line label={t('map.legend.reports')} stroke="var(--mark-muted)" width={1.3} />
      <Line
        label={t('map.legend.influence')}
        stroke="color-mix(in srgb, var(--toward-muted) 55%, var(--surface))"
        width={5}
      />
      <Line label={t('map.legend.introduced')} stroke="var(--us)" width={2.4} />
      <Popover width={280} position="top-end">
        <Popover.Target>
          <UnstyledButton className={css.assumed}>
            <svg width="16" height="8" aria-hidden="true">
              <path d="M0 4h16" stroke="var(--mark-muted)" strokeWidth="1.5" strokeDasharray="4 3" />
            </svg>
            {t('map.legend.assumed')}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>{t('assumed.explain')}</Popover.Dropdown>
      </Popover>
    </div>
  );
}

function Line({ label, stroke, width }: { label: string; stroke: string; width: number }) {
  return (
    <span className={css.item}>
      <svg width="16" height="8" aria-hidden="true">
        <path d="M0 4h16" stroke={stroke} strokeWidth={width} />
      </svg>
      {label}
    </span>
  );
}
