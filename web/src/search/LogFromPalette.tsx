// The palette's second step: the line as it will be logged, with its chips and its effect; Enter saves.

import type { Id, Ref } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { EvidenceLine } from '~/interactions/EvidenceLine';
import css from './Palette.module.css';
import { closePalette } from './state';

export interface LogSubject {
  opportunityId: Id;
  person: Ref;
  line: string;
}

export function LogFromPalette({ subject }: { subject: LogSubject }) {
  const { t } = useWords();
  const { opportunityId, person, line } = subject;
  return (
    <div className={css.log}>
      <div className={`${text.label} ${css.about}`}>{t('palette.log_about', { name: person.name })}</div>
      <EvidenceLine
        opportunityId={opportunityId}
        personId={person.id}
        names={new Map([[person.id, person.name]])}
        placeholder={t('evidence.placeholder')}
        initialText={line}
        autoFocus
        onSaved={closePalette}
      />
    </div>
  );
}
