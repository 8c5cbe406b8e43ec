// Whoever is spoken of, as they stand in that deal.

import type { Id, Today } from '~/api/types';
import { useWords } from '~/app/i18n';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { initials } from '~/words/names';
import { readingWords } from '~/words/reading';

interface Props {
  day: Today;
  dealId: Id;
  personId: Id;
  size: number;
}

export function Glyph({ day, dealId, personId, size }: Props) {
  const { t, f } = useWords();
  const found = day.standing.find((one) => one.opportunity_id === dealId && one.person.id === personId);
  if (!found) return <PersonGlyph size={size} state={null} />;
  const { person, reading, power, veto } = found;
  return (
    <PersonGlyph
      size={size}
      state={reading?.median_stage ?? null}
      sure={reading?.sure ?? true}
      power={power}
      veto={veto}
      initials={initials(person.name)}
      label={`${person.name}: ${readingWords(t, f, reading)}`}
    />
  );
}
