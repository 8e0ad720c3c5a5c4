import { Card, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** A card of a screen, as a region that its title names. */
export function TitledCard({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <Card withBorder padding="md" component="section" aria-labelledby={id}>
      <Text id={id} component="h2" fw={600} size="sm" mb="xs">
        {title}
      </Text>
      {children}
    </Card>
  );
}
