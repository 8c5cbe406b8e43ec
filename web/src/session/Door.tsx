// The page before the app: the mark, one form, the language.

import type { ReactNode } from 'react';
import { useWords } from '~/app/i18n';
import { Brand } from '~/graphics/Brand';
import css from './Door.module.css';
import { LanguageSwitch } from './LanguageSwitch';

export function Door({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  const { t } = useWords();
  return (
    <main className={css.door}>
      <header className={css.top}>
        <Brand size={26} />
        <span className={css.name}>{t('app.name')}</span>
        <span className={css.space} />
        <LanguageSwitch />
      </header>
      <div className={css.middle}>
        <h1 className={css.title}>{title}</h1>
        {lead && <p className={css.lead}>{lead}</p>}
        {children}
      </div>
    </main>
  );
}
