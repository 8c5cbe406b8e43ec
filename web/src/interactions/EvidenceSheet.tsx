// The evidence sheet: from anywhere, on a phone in two taps. Open it, tap what happened; or say it in a line.

import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import type { Evidence, Id, InteractionFacts } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { Icon } from '~/graphics/Icon';
import type { IconName } from '~/graphics/icons';
import { RecordSelect } from '~/search/RecordSelect';
import { problemText } from '~/words/problem';
import { useSaveEvidence } from './api';
import { effectWords } from './Effects';
import { EvidenceLine } from './EvidenceLine';
import css from './EvidenceSheet.module.css';
import { closeEvidenceSheet, type EvidenceContext, evidenceContext, sheetOpen } from './sheet';

export function EvidenceSheet() {
  const { t } = useWords();
  const opened = sheetOpen.use();
  const context = evidenceContext.use();
  const [chosen, setChosen] = useState<EvidenceContext | null>(null);
  const subject = context ?? chosen;
  return (
    <Drawer
      opened={opened}
      onClose={closeEvidenceSheet}
      position="bottom"
      size="auto"
      classNames={{ content: css.content ?? '' }}
      radius="lg"
      title={t('evidence.how_did_it_go')}
    >
      <div className={css.sheet}>
        {subject ? (
          <Outcomes key={subject.opportunity.id} context={subject} />
        ) : (
          <RecordSelect
            noun="opportunity"
            label={t('evidence.which_deal')}
            value={null}
            onChange={(deal) => setChosen(deal && { opportunity: deal, people: [], personId: null })}
            autoFocus
          />
        )}
      </div>
    </Drawer>
  );
}

interface Outcome {
  kind: string;
  result: string;
  icon: IconName;
  tone: 'toward' | 'away' | 'plain';
}

/** What happens most, one tap each. Everything else is said in the line. */
const OUTCOMES: readonly Outcome[] = [
  { kind: 'call', result: 'answered', icon: 'phone', tone: 'toward' },
  { kind: 'call', result: 'no_answer', icon: 'phone', tone: 'plain' },
  { kind: 'meeting', result: 'held', icon: 'people', tone: 'toward' },
  { kind: 'meeting', result: 'postponed', icon: 'calendar', tone: 'plain' },
  { kind: 'mail', result: 'answered', icon: 'mail', tone: 'toward' },
  { kind: 'call', result: 'refused', icon: 'blocked', tone: 'away' },
];

function Outcomes({ context }: { context: EvidenceContext }) {
  const { t, f } = useWords();
  const { opportunity, people } = context;
  const [personId, setPersonId] = useState<Id | null>(context.personId ?? people[0]?.id ?? null);
  const { save, takeBack } = useSaveEvidence(opportunity.id);
  const names = new Map(people.map(({ id, name }) => [id, name]));

  const done = (evidence: Evidence) => {
    const detail = evidence.beliefs.map((moved) => effectWords(t, f, moved, names)).join(t('common.list_gap'));
    report({ message: t('evidence.saved'), detail, undo: () => takeBack(evidence.id) });
    closeEvidenceSheet();
  };
  const tap = async ({ kind, result }: Outcome) => {
    if (!personId) return;
    const interaction: InteractionFacts = {
      opportunity_id: opportunity.id,
      kind,
      result,
      direction: 'out',
      at: new Date().toISOString(),
      participants: [personId],
      source: 'seller_note',
    };
    try {
      done(await save.mutateAsync({ interaction, commitments: [] }));
    } catch (error) {
      report({ message: t('evidence.not_saved'), detail: problemText(t, error) });
    }
  };

  return (
    <>
      <div className={`${text.small} ${text.third}`}>{opportunity.name}</div>
      {people.length > 1 && (
        <fieldset className={css.people} aria-label={t('evidence.with_whom')}>
          {people.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === personId}
              className={css.person}
              onClick={() => setPersonId(id)}
            >
              {name}
            </button>
          ))}
        </fieldset>
      )}
      {personId && (
        <div className={css.outcomes}>
          {OUTCOMES.map((outcome) => (
            <Button
              key={`${outcome.kind}.${outcome.result}`}
              className={css.outcome ?? ''}
              data-tone={outcome.tone}
              leftSection={<Icon name={outcome.icon} size={17} />}
              disabled={save.isPending}
              onClick={() => void tap(outcome)}
            >
              {t(`outcome_tap.${outcome.kind}.${outcome.result}` as 'outcome_tap.call.answered')}
            </Button>
          ))}
        </div>
      )}
      <EvidenceLine
        opportunityId={opportunity.id}
        personId={personId}
        names={names}
        placeholder={t('evidence.placeholder')}
        onSaved={closeEvidenceSheet}
      />
    </>
  );
}
