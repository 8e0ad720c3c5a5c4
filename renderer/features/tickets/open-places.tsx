import { Button, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Unfilled } from '#shared/tickets/unfilled.ts';

type OpenPlacesProps = { readonly places: readonly Unfilled[]; readonly goTo: (place: Unfilled) => void };

/** The places of a draft that keep it from being saved, each with a way to it. */
export function OpenPlaces({ places, goTo }: OpenPlacesProps): ReactNode {
  if (places.length === 0) {
    return null;
  }
  return (
    <Stack gap={4} role="status">
      <Text size="sm" fw={600}>
        {places.length === 1 ? 'One place keeps' : `${places.length} places keep`} this from being saved:
      </Text>
      <List size="sm">
        {places.map((place) => (
          <List.Item key={`${place.start}|${place.words}`}>
            {place.sentence}{' '}
            <Button size="compact-xs" variant="default" onClick={() => goTo(place)}>
              Show
            </Button>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
