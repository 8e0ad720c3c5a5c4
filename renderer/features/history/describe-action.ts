import { assessmentInWords } from '#shared/domain/assessment-words.ts';
import type { AuditAction } from '#shared/domain/audit-event.ts';
import { fieldTypeIdSchema } from '#shared/domain/field-type-id.ts';
import { severityInputLabels } from '#shared/expose/severity-words.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { counted } from '#shared/lib/counted.ts';
import { labelOf } from '#shared/packs/field-types.ts';

function typeName(id: string): string {
  return labelOf(fieldTypeIdSchema.parse(id));
}

/** One line of the trail in words. */
export function describeAction(action: AuditAction): string {
  switch (action.kind) {
    case 'vault-created':
      return 'Vault created';
    case 'passphrase-changed':
      return 'Passphrase changed';
    case 'own-type-changed':
      return `Own field type “${action.name}” ${action.change}`;
    case 'case-opened':
      return 'Case opened';
    case 'case-changed':
      return `Case changed: ${action.what}`;
    case 'listing-received':
      return `Listing received: ${action.name}, SHA-256 ${action.sha256.slice(0, 16)}…`;
    case 'claim-decided':
      return `Claim “${action.claim}” ${action.state}`;
    case 'sample-imported':
      return `Sample imported: ${action.name}, ${counted(action.rows, 'row')}, ${action.rejected} rejected, SHA-256 ${action.sha256.slice(0, 16)}…`;
    case 'sample-purged':
      return `Rows purged: ${action.name}, ${counted(action.rows, 'row')}; figures and fingerprints stay`;
    case 'list-looked-up':
      return `List looked up: ${counted(action.values, 'value')} in ${counted(action.samples, 'sample')}, ${action.found} found`;
    case 'look-up-exported':
      return `Look-up of ${counted(action.values, 'value')} exported as ${action.name}`;
    case 'chart-exported':
      return `Chart “${action.title}” exported as ${action.file}`;
    case 'export-blocked':
      return `${action.what === 'chart' ? 'Chart' : 'Calendar'} held back: ${counted(action.values, 'value')} of a sample in its words`;
    case 'cell-revealed':
      return `Cell revealed: row ${action.row + 1}, column “${action.header}”`;
    case 'preview-revealed':
      return `Beginning of “${action.name}” shown in clear before its import`;
    case 'rejected-exported':
      return `${counted(action.count, 'rejected record')} of “${action.name}” written to the file “${action.file}”, in clear`;
    case 'sample-deleted':
      return `Sample deleted${action.replaced ? ' and read anew' : ''}: ${action.name}, ${counted(action.rows, 'row')}, ${action.rejected} rejected`;
    case 'rejected-row-revealed':
      return `Rejected record revealed: line ${action.line}`;
    case 'column-annotated':
      return `Column “${action.header}” set from ${typeName(action.from)} to ${typeName(action.to)}`;
    case 'checks-run':
      return `Checks run on ${action.name}, ${counted(action.rows, 'row')}: ${action.pass} passed, ${action.warn} warned, ${action.fail} failed, ${action.notRun} not run`;
    case 'verdict-decided':
      return `Verdict: ${assessmentInWords(action.decision)}. Why: ${action.decision.reasons.join(' ')} Proposed was: ${assessmentInWords(action.proposal)}`;
    case 'severity-decided':
      return `Severity: ${severityInputLabels[action.input]} set from ${action.from} to ${action.to}${action.reason === null ? ', as proposed' : ` (proposed: ${action.proposed}). Why: ${action.reason}`}`;
    case 'law-facts-decided':
      return `Facts for the law set: ${action.what}`;
    case 'calendar-exported':
      return `Calendar of ${counted(action.clocks, 'time limit')} exported as ${action.name}`;
    case 'ticket-received':
      return `Ticket LD-${action.number}: the client's words were taken in`;
    case 'ticket-changed':
      return `Ticket LD-${action.number} changed: ${action.what}`;
    case 'reply-saved':
      return `Reply to LD-${action.number} saved as ${action.messageId}`;
    case 'reply-blocked':
      return `Reply to LD-${action.number} held back: ${action.why}`;
    default:
      return assertNever(action);
  }
}
