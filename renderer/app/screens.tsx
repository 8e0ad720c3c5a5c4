import { lazy, type ReactNode, Suspense } from 'react';
import { Navigate, Route, Routes, useNavigate } from 'react-router';
import type { Sample } from '#shared/domain/sample.ts';
import { CaseList } from '../features/cases/case-list.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { TicketList } from '../features/tickets/ticket-list.tsx';
import { ChangePassphrase } from '../features/vault/change-passphrase.tsx';
import { Dashboard } from './dashboard.tsx';

// What reads mail, texts and tables is large, and is loaded when its screen is first opened.
const NewCase = lazy(async () => ({ default: (await import('../features/listing/new-case.tsx')).NewCase }));
const NewTicket = lazy(async () => ({ default: (await import('../features/tickets/new-ticket.tsx')).NewTicket }));
const TicketPage = lazy(async () => ({ default: (await import('../features/tickets/ticket-page.tsx')).TicketPage }));
const SearchPage = lazy(async () => ({ default: (await import('../features/search/search-page.tsx')).SearchPage }));
const CaseWorkspace = lazy(async () => ({ default: (await import('./case-workspace.tsx')).CaseWorkspace }));

/** Which screen an address shows. */
export function Screens(): ReactNode {
  const navigate = useNavigate();
  const showRows = ({ caseId, id }: Sample, searchId: string): void =>
    void navigate(`/cases/${caseId}/samples?sample=${id}&found=${searchId}`);
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route path="/dashboard" element={<Dashboard />} />
        <Route path="/cases" element={<CaseList />} />
        <Route path="/cases/new" element={<NewCase />} />
        <Route path="/cases/:caseId" element={<CaseWorkspace />} />
        <Route path="/cases/:caseId/:tab" element={<CaseWorkspace />} />
        <Route path="/tickets" element={<TicketList />} />
        <Route path="/tickets/new" element={<NewTicket />} />
        <Route path="/tickets/:ticketId" element={<TicketPage />} />
        <Route path="/search" element={<SearchPage showRows={showRows} />} />
        <Route path="/settings" element={<SettingsPage changePassphrase={<ChangePassphrase />} />} />
        <Route path="*" element={<Navigate to="/dashboard" replace />} />
      </Routes>
    </Suspense>
  );
}
