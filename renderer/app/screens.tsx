import type { ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { CaseList } from '../features/cases/case-list.tsx';
import { NewCase } from '../features/listing/new-case.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { NewTicket } from '../features/tickets/new-ticket.tsx';
import { TicketList } from '../features/tickets/ticket-list.tsx';
import { TicketPage } from '../features/tickets/ticket-page.tsx';
import { ChangePassphrase } from '../features/vault/change-passphrase.tsx';
import { CaseWorkspace } from './case-workspace.tsx';

/** Which screen an address shows. */
export function Screens(): ReactNode {
  return (
    <Routes>
      <Route path="/cases" element={<CaseList />} />
      <Route path="/cases/new" element={<NewCase />} />
      <Route path="/cases/:caseId" element={<CaseWorkspace />} />
      <Route path="/cases/:caseId/:tab" element={<CaseWorkspace />} />
      <Route path="/tickets" element={<TicketList />} />
      <Route path="/tickets/new" element={<NewTicket />} />
      <Route path="/tickets/:ticketId" element={<TicketPage />} />
      <Route path="/settings" element={<SettingsPage changePassphrase={<ChangePassphrase />} />} />
      <Route path="*" element={<Navigate to="/cases" replace />} />
    </Routes>
  );
}
