// The same figures as a chart, as a table, for those who hear the page instead of seeing it.

import { VisuallyHidden } from '@mantine/core';

interface Props {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

export function TableTwin({ caption, head, rows }: Props) {
  return (
    <VisuallyHidden>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, column) => (
                <td key={head[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}
