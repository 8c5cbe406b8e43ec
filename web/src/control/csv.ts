// The rows shown, as a file for a spreadsheet: what is seen is what is written.

import { alarmWords } from '~/alarms/words';
import type { ControlRow } from '~/api/types';
import type { useWords } from '~/app/i18n';
import { stageName } from '~/words/stage';
import { agoWords, gapFigure, sharesWords, sum } from './cells';

type Words = Pick<ReturnType<typeof useWords>, 't' | 'f'>;

/** Spreadsheets read UTF-8 only when it says so. */
const MARK = '\uFEFF';

export function boardCsv(words: Words, rows: readonly ControlRow[]): string {
  const { t, f } = words;
  const head = [
    t('table.deal'),
    t('control.organization'),
    t('table.owner'),
    t('table.amount'),
    t('table.stage'),
    t('table.buyers'),
    t('table.gap'),
    t('control.our_touches'),
    t('control.their_touches'),
    t('control.roles'),
    t('control.kept'),
    t('table.last_evidence'),
    t('control.win'),
    t('control.interval'),
    t('control.signals'),
  ];
  const lines = rows.map((row) => [
    row.name,
    row.organization.name,
    row.owner.name,
    row.amount ? f.money(row.amount) : '',
    stageName(t, row.stage),
    sharesWords(words, row.shares),
    row.gap ? gapFigure(words, row.gap) : '',
    String(sum(row.touches.ours)),
    String(sum(row.touches.theirs)),
    t('control.of', { some: row.roles.met, all: row.roles.of }),
    t('control.of', { some: row.promises.kept, all: row.promises.of }),
    agoWords(words, row.last_evidence_at),
    row.win?.enough ? f.percent(row.win.p) : '',
    row.win ? `${f.percent(row.win.low)}–${f.percent(row.win.high)}` : '',
    row.alarms
      .filter(({ snooze }) => !snooze)
      .map((alarm) => alarmWords(t, f, alarm).chip)
      .join('; '),
  ]);
  return MARK + [head, ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n');
}

/** A name that begins like a formula must stay a name. */
function quoted(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function download(name: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
