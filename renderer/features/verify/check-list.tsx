import { SegmentedControl, Stack, Text, UnstyledButton } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { outcomeWords } from '#shared/domain/assessment-words.ts';
import { type CheckId, type CheckOutcome, type CheckResult, checkOutcomeSchema } from '#shared/domain/check.ts';
import { checkOf } from '#shared/verify/checks.ts';
import { useListKeys } from '../../ui/list-keys/use-list-keys.ts';
import { checkGroups } from './check-notes.ts';
import { shortFigure } from './figure-words.ts';
import { OutcomeMark } from './outcome-mark.tsx';
import classes from './verify.module.css';

/** What the right side shows: one check, or what was claimed against what is observed. */
export type Shown = CheckId | 'claims';

type ItemProps = {
  readonly name: Shown;
  readonly shown: Shown;
  readonly choose: (shown: Shown) => void;
  readonly children: ReactNode;
};

function Item({ name, shown, choose, children }: ItemProps): ReactNode {
  return (
    <li>
      <UnstyledButton
        className={classes['item'] ?? ''}
        data-list-item
        aria-current={name === shown}
        onClick={() => choose(name)}
        onFocus={() => choose(name)}
      >
        {children}
      </UnstyledButton>
    </li>
  );
}

function CheckItem({ result, ...item }: Omit<ItemProps, 'name' | 'children'> & { readonly result: CheckResult }) {
  return (
    <Item name={result.id} {...item}>
      <OutcomeMark outcome={result.outcome} />
      <span className={classes['title']}>{checkOf(result.id).title}</span>
      <span className={classes['figure']}>{result.figure === null ? '' : shortFigure(result.figure)}</span>
    </Item>
  );
}

type Filter = CheckOutcome | 'all';
const order: readonly CheckOutcome[] = ['fail', 'warn', 'pass', 'not-run'];

function OutcomeFilter({
  results,
  filter,
  setFilter,
}: {
  readonly results: readonly CheckResult[];
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
}): ReactNode {
  const count = (outcome: CheckOutcome): number => results.filter((result) => result.outcome === outcome).length;
  return (
    <SegmentedControl
      aria-label="Show checks"
      size="xs"
      fullWidth
      data={[
        { value: 'all', label: `All ${results.length}` },
        ...order.map((outcome) => ({ value: outcome, label: `${outcomeWords[outcome]} ${count(outcome)}` })),
      ]}
      value={filter}
      onChange={(value) => setFilter(checkOutcomeSchema.safeParse(value).data ?? 'all')}
    />
  );
}

type CheckListProps = {
  readonly results: readonly CheckResult[];
  readonly shown: Shown;
  readonly choose: (shown: Shown) => void;
  /** How the claims came out, in a few words. */
  readonly claims: string;
};

/** The checklist: every check with its outcome and figure, by what it looks at. `j` and `k` move in it. */
export function CheckList({ results, shown, choose, claims }: CheckListProps): ReactNode {
  const [filter, setFilter] = useState<Filter>('all');
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const inGroup = (ids: readonly CheckId[]): readonly CheckResult[] =>
    ids.flatMap((id) =>
      results.filter((result) => result.id === id && (filter === 'all' || result.outcome === filter)),
    );
  const groups = checkGroups
    .map(({ label, ids }) => ({ label, found: inGroup(ids) }))
    .filter(({ found }) => found.length > 0);
  return (
    <Stack gap={6} className={classes['list'] ?? ''} component="section" aria-label="Checklist">
      <OutcomeFilter results={results} filter={filter} setFilter={setFilter} />
      <div ref={list} className={classes['items']}>
        <ul className={classes['group']}>
          <Item name="claims" shown={shown} choose={choose}>
            <span className={classes['title']}>Claimed against observed</span>
            <span className={classes['figure']}>{claims}</span>
          </Item>
        </ul>
        {groups.map(({ label, found }) => (
          <section key={label} aria-label={label}>
            <Text size="xs" fw={600} c="dimmed" px={8} pt={6}>
              {label}
            </Text>
            <ul className={classes['group']}>
              {found.map((result) => (
                <CheckItem key={result.id} result={result} shown={shown} choose={choose} />
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 && (
          <Text size="sm" p="xs">
            No check has this outcome.
          </Text>
        )}
      </div>
    </Stack>
  );
}
