import { credentialApplicationStates, credentialApplicationWorkflowId, organiserApplicationWorkflowId } from '@dengke/contract';
import { daysEnd, eraseWords } from '@dengke/service-kit';
import type { Disposable } from '@dengke/service-kit';
import { CredentialApplication } from '../credential-applications/credential-application.entity';
import { OrganiserApplication } from '../organiser-applications/organiser-application.entity';
import { OrganiserScanRow } from '../organiser-applications/organiser-scan.entity';
import type { KeptKind } from './retention';

const over = Object.entries(credentialApplicationStates).flatMap(([state, { over: isOver }]) => (isOver ? [`'${state}'`] : []));

/** Who applied for a login, and whatever was said of it. That somebody did, when, and what the desk decided stays in the ledger. */
const credentialApplications: Disposable<KeptKind> = {
  kind: 'credential-application',
  subjectOf: (id) => `disposal/${credentialApplicationWorkflowId(id)}`,
  ended: (years) => `
    SELECT a.id, NULL AS serial, ${daysEnd('a.lastAt', years)} FROM credential_application a WHERE a.state IN (${over.join(', ')})`,
  async erase(manager, id) {
    await eraseWords(manager, credentialApplicationWorkflowId(id));
    await manager.delete(CredentialApplication, { id });
    return [];
  },
};

/** The people of a form that made no organiser, and its scans. */
const organiserApplications: Disposable<KeptKind> = {
  kind: 'organiser-application',
  subjectOf: (id) => `disposal/${organiserApplicationWorkflowId(id)}`,
  ended: (years) => `
    SELECT a.id, NULL AS serial, ${daysEnd('a.lastAt', years)} FROM organiser_application a WHERE a.state IN ('refused', 'withdrawn')`,
  async erase(manager, applicationId) {
    const scans = await manager.findBy(OrganiserScanRow, { applicationId });
    await eraseWords(manager, organiserApplicationWorkflowId(applicationId));
    await manager.delete(OrganiserScanRow, { applicationId });
    await manager.delete(OrganiserApplication, { id: applicationId });
    return scans.map(({ sha256 }) => sha256);
  },
};

export const keptApplications: readonly Disposable<KeptKind>[] = [credentialApplications, organiserApplications];
