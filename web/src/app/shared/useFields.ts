// The fields of a form as text, bound to their inputs, each with what the server found wrong with it.

import { type ChangeEvent, useState } from 'react';
import { useWords } from '~/app/i18n';
import { fieldErrors } from '~/words/problem';

export function useFields<Name extends string>(initial: Record<Name, string | null>, problem: unknown) {
  const { t } = useWords();
  const [values, setValues] = useState(initial);
  const wrong = fieldErrors(t, problem);
  const bind = (name: Name) => ({
    value: values[name] ?? '',
    error: wrong[name],
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setValues({ ...values, [name]: event.currentTarget.value }),
  });
  /** What is sent: emptied fields are null, not empty text. */
  const body = Object.fromEntries(
    Object.entries<string | null>(values).map(([name, value]) => [name, value?.trim() || null]),
  ) as Record<Name, string | null>;
  return { bind, body, wrong };
}
