// The names of our stages and pipelines: translated where we know them, else as the team named them.

import i18next from 'i18next';
import type { Translate } from '~/app/i18n';

export function stageName(t: Translate, stage: { key: string; name: string }): string {
  const key = `stage.${stage.key}`;
  return i18next.exists(key) ? t(key as 'stage.contact') : stage.name;
}

export function pipelineName(t: Translate, pipeline: { key: string; name: string }): string {
  const isOurs = pipeline.key === 'nine-steps' && pipeline.name === 'Nine steps';
  return isOurs ? t('pipeline.nine_steps') : pipeline.name;
}
