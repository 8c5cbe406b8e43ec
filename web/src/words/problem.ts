// A problem in the reader's words. Codes are stable; an unknown one still gets an honest sentence.

import i18next from 'i18next';
import { type FieldProblem, Problem } from '~/api/problem';
import type { Translate } from '~/app/i18n';

const known = (key: string) => i18next.exists(key);

export function problemText(t: Translate, error: unknown): string {
  if (!(error instanceof Problem)) return t('problem.unexpected');
  const key = `problem.${error.code}`;
  if (known(key)) return t(key as 'problem.unexpected');
  return error.status >= 500 ? t('problem.internal') : t('problem.unexpected');
}

/** Field problems by the field's name, ready for a form. */
export function fieldErrors(t: Translate, error: unknown): Record<string, string> {
  if (!(error instanceof Problem)) return {};
  return Object.fromEntries(error.fields.map((field) => [field.pointer.replace(/^\//, ''), fieldText(t, field)]));
}

export function fieldText(t: Translate, { code }: FieldProblem): string {
  const key = `field.${code}`;
  return known(key) ? t(key as 'field.invalid') : t('field.invalid');
}
