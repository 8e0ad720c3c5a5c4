import { ActionIcon, Popover, UnstyledButton } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import classes from './data-grid.module.css';

type ExplanationProps = { readonly title: string; readonly explain: (close: () => void) => ReactNode };

/** A button that opens a card about the column; what is on the card is made when it opens. */
function Explanation({ title, explain }: ExplanationProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={380} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={title}
          title={title}
          // Enter on the head belongs to the grid, which would take the focus away from the card.
          onKeyDown={(event) => event.stopPropagation()}
          onClick={() => setOpen((was) => !was)}
        >
          <IconInfoCircle aria-hidden size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={title} className={classes['card'] ?? ''}>
        {isOpen && explain(close)}
      </Popover.Dropdown>
    </Popover>
  );
}

type GridHeaderProps = {
  readonly displayName: string;
  readonly kind: string;
  readonly open: () => void;
  readonly explanation: ExplanationProps | null;
};

/** The head of a column: its name, and what it holds. Pressing it opens the column's facts; beside it, why it holds that. */
export function GridHeader({ displayName, kind, open, explanation }: GridHeaderProps): ReactNode {
  return (
    <>
      <UnstyledButton className={classes['header'] ?? ''} onClick={open}>
        <span className={classes['name']}>{displayName}</span>
        <span className={classes['kind']}>{kind}</span>
      </UnstyledButton>
      {explanation !== null && <Explanation title={explanation.title} explain={explanation.explain} />}
    </>
  );
}
