import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './file-drop.module.css';

type FileDropProps = {
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
  /** Further ways to begin, beside the button that opens a file. */
  readonly children?: ReactNode;
};

/** Makes an element take a dropped file; `mark` hears whether one hovers over it. */
function takeDrops(element: HTMLElement, take: (file: File) => void, mark: (over: boolean) => void): () => void {
  const enter = (event: DragEvent): void => {
    event.preventDefault();
    mark(true);
  };
  const leave = (): void => mark(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    mark(false);
    const file = event.dataTransfer?.files.item(0) ?? null;
    if (file !== null) {
      take(file);
    }
  };
  element.addEventListener('dragover', enter);
  element.addEventListener('dragleave', leave);
  element.addEventListener('drop', drop);
  return () => {
    element.removeEventListener('dragover', enter);
    element.removeEventListener('dragleave', leave);
    element.removeEventListener('drop', drop);
  };
}

/** A place to drop one file, with a button that opens it by dialog. */
export function FileDrop({ label, hint, accept, onFile, children }: FileDropProps): ReactNode {
  const [over, setOver] = useState(false);
  const place = useRef<HTMLElement>(null);
  const take = useRef(onFile);
  take.current = onFile;
  useEffect(() => {
    const element = place.current;
    return element === null ? undefined : takeDrops(element, (file) => take.current(file), setOver);
  }, []);

  return (
    <section ref={place} className={classes['drop']} data-over={over} aria-label={label}>
      <Stack gap="xs" align="center">
        <Text fw={600}>{label}</Text>
        <Text size="sm" c="dimmed" ta="center">
          {hint}
        </Text>
        <Group gap="xs" justify="center">
          <FileButton accept={accept} onChange={(file) => file !== null && onFile(file)}>
            {(props) => <Button {...props}>Open file…</Button>}
          </FileButton>
          {children}
        </Group>
      </Stack>
    </section>
  );
}
