import { notifications } from '@mantine/notifications';
import type { CaseId } from '#shared/domain/case.ts';
import type { SaveOutcome } from '#shared/ipc/contract.ts';
import { ask } from '../platform/desk.ts';
import { recordChartExport } from '../storage/chart-exports.ts';
import type { ChartFile, SaveChart } from '../ui/chart-document/chart-file.ts';
import { mayLeave } from './may-leave.tsx';

function write(file: ChartFile): Promise<SaveOutcome> {
  const { suggestedName, form } = file;
  return form === 'png'
    ? ask('savePng', { suggestedName, bytes: file.bytes })
    : ask('saveText', { suggestedName, form, text: file.text });
}

/** Saves charts of a case (null: of all cases) where the analyst says, unless their words hold a sample's value, and writes into the history that they left. */
export function saveChart(caseId: CaseId | null): SaveChart {
  const mayGo = mayLeave(caseId, 'chart');
  return async (file) => {
    if (!(await mayGo(file.words))) {
      return;
    }
    const outcome = await write(file);
    if (outcome.kind === 'saved') {
      await recordChartExport(caseId, file.title, outcome.name);
      notifications.show({ message: `Saved as ${outcome.name}.` });
    } else if (outcome.kind === 'failed') {
      notifications.show({
        color: 'orange',
        title: 'The chart was not saved',
        message: `${outcome.name}: ${outcome.detail}. An earlier file of that name is as it was. Choose another place.`,
      });
    }
  };
}
