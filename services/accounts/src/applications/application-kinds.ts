import {
  credentialApplicationRules,
  credentialApplicationWorkflowId,
  organiserApplicationRules,
  organiserApplicationWorkflowId,
} from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { CredentialApplication } from '../credential-applications/credential-application.entity';
import { OrganiserApplication } from '../organiser-applications/organiser-application.entity';
import type { ApplicationKind } from './application-acts.service';
import type { ApplicationStanding } from './application-standing';

export const credentialApplications: ApplicationKind<CredentialApplication> = {
  entity: CredentialApplication,
  rules: credentialApplicationRules,
  subjectOf: credentialApplicationWorkflowId,
};

export const organiserApplications: ApplicationKind<OrganiserApplication> = {
  entity: OrganiserApplication,
  rules: organiserApplicationRules,
  subjectOf: organiserApplicationWorkflowId,
};

/** Which application a subject of the ledger is. @throws DomainError NOT_FOUND for a subject that is none */
export function applicationOf(subject: string): { kind: ApplicationKind<ApplicationStanding>; id: string } {
  for (const kind of [credentialApplications, organiserApplications]) {
    const prefix = kind.subjectOf('');
    if (subject.startsWith(prefix)) {
      return { kind, id: subject.slice(prefix.length) };
    }
  }
  throw new DomainError('NOT_FOUND');
}
