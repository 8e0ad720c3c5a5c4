import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Scope, scopes } from './scope.ts';

const labels: Readonly<Record<Scope, string>> = { sample: 'This sample', case: 'This case', vault: 'Whole vault' };

type ScopeFieldProps = {
  readonly offered: readonly Scope[];
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
};

/** Chooses how far a search reaches. */
export function ScopeField({ offered, value, onChange }: ScopeFieldProps): ReactNode {
  return (
    <Select
      label="Search in"
      data={offered.map((scope) => ({ value: scope, label: labels[scope] }))}
      value={value}
      allowDeselect={false}
      w={160}
      onChange={(chosen) => {
        const known = scopes.find((scope) => scope === chosen);
        if (known !== undefined) {
          onChange(known);
        }
      }}
    />
  );
}
