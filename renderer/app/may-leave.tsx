import { List } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CaseId } from '#shared/domain/case.ts';
import { findSampleValues } from '../features/tickets/find-sample-values.ts';
import { recordBlockedExport } from '../storage/chart-exports.ts';
import type { OutgoingWords } from '../ui/chart-document/chart-facts.ts';

/**
 * The check that replies pass, for what else leaves from a case (null: from all cases): whether words hold no value of any
 * sample. Where they do, it says where these stand and what to do, and the history notes it.
 */
export function mayLeave(caseId: CaseId | null, what: 'chart' | 'calendar') {
  return async (words: OutgoingWords): Promise<boolean> => {
    const places = await findSampleValues(words);
    if (places.length === 0) {
      return true;
    }
    await recordBlockedExport(caseId, what, places.length);
    notifications.show({
      ...{ color: 'orange', autoClose: false },
      title: 'Held back: it holds values of a sample',
      message: (
        <>
          Nothing was written. The title of the case, the name of a file or type, or a reason repeats values that stand
          here; change those words, or read the file anew under another name:
          <List size="sm">
            {places.map((place) => (
              <List.Item key={place}>{place}</List.Item>
            ))}
          </List>
        </>
      ),
    });
    return false;
  };
}
