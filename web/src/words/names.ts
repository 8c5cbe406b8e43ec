// What stands inside a person's glyph and an organization's tile: two initials, or a Chinese surname.

const HAN = /\p{Script=Han}/u;
const COMPOUND_SURNAMES = ['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '司徒'];

export function initials(name: string): string {
  const trimmed = name.trim();
  if (HAN.test(trimmed.charAt(0))) {
    return COMPOUND_SURNAMES.find((surname) => trimmed.startsWith(surname)) ?? trimmed.charAt(0);
  }
  const words = trimmed.split(/[\s·,]+/u).filter((word) => /\p{L}|\p{N}/u.test(word.charAt(0)));
  const first = words[0] ?? '?';
  const last = words.length > 1 ? (words[words.length - 1] ?? '') : first.slice(1);
  return (first.charAt(0) + last.charAt(0)).toUpperCase();
}

/** The tile of an organization: the first two letters of a single word, else the first letters of two. */
export function monogram(name: string): string {
  const trimmed = name.trim();
  if (HAN.test(trimmed.charAt(0))) return trimmed.slice(0, 1);
  const words = trimmed.split(/[\s·,]+/u).filter(Boolean);
  const [first = '?', second] = words;
  return (second ? first.charAt(0) + second.charAt(0) : first.slice(0, 2)).toUpperCase();
}

const TILES = 6;

/** One of six quiet tile colours, the same for the same id on every screen. */
export function tileIndex(id: string): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % TILES;
}
