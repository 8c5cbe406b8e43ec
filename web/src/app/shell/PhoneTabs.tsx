// The phone's tab bar. The button in the middle logs evidence: from anywhere, two taps.

import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '~/app/i18n';
import { Icon } from '~/graphics/Icon';
import { openEvidenceSheet } from '~/interactions/sheet';
import { useMay } from '~/session/may';
import { MAIN, type NavItem, SETTINGS } from './nav';
import css from './PhoneTabs.module.css';

const LEFT = MAIN.slice(0, 2);
const RIGHT = [MAIN[2], SETTINGS].filter((item): item is NavItem => item !== undefined);

export function PhoneTabs() {
  const { t } = useWords();
  const may = useMay();
  const tab = (item: NavItem) => (
    <Link key={item.to} to={item.to} className={css.tab ?? ''} activeProps={{ 'data-active': true }}>
      <Icon name={item.icon} size={23} />
      {t(item.label)}
    </Link>
  );
  return (
    <nav className={css.tabs} aria-label={t('nav.label')}>
      {LEFT.map(tab)}
      {may('create', 'interaction') && (
        <UnstyledButton className={css.add} aria-label={t('evidence.log')} onClick={() => openEvidenceSheet()}>
          <Icon name="plus" size={24} />
        </UnstyledButton>
      )}
      {RIGHT.map(tab)}
    </nav>
  );
}
