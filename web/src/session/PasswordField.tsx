// A password, hidden until its owner wants to see it.

import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useWords } from '~/app/i18n';

export function PasswordField(props: PasswordInputProps) {
  const { t } = useWords();
  return <PasswordInput visibilityToggleButtonProps={{ 'aria-label': t('user.show_password') }} {...props} />;
}
