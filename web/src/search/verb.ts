// "dana said the budget is frozen": who, and what to log about them. Read in English and in Chinese.

export interface Verb {
  name: string;
  /** What remains to be logged, verb included: the server reads it like any other line. */
  line: string;
}

const ENGLISH =
  /^(.{1,40}?)\s+(said|says|called|rang|wrote|mailed|asked|promised|met|told|wants|agreed|refused)\b(.*)$/i;
const CHINESE = /^(\p{Script=Han}{1,6}?)(说|来电|打来|写信|发邮件|问|答应|承诺|拒绝|要|同意|见面)(.*)$/u;

export function parseVerb(typed: string): Verb | null {
  const match = ENGLISH.exec(typed.trim()) ?? CHINESE.exec(typed.trim());
  const name = match?.[1]?.trim();
  return name ? { name, line: typed.trim() } : null;
}
