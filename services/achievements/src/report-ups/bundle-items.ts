import { shanghaiDateOf } from '@dengke/calendar';
import { correctableFields } from '@dengke/contract';
import type { BundleItem, CorrectionItem, RegisteredContent } from '@dengke/contract';
import { canonical } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { Cancellation } from '../cancellations/cancellation.entity';
import { Certificate } from '../certificates/certificate.entity';
import type { ReportItem } from './report-item.entity';
import { knownOf } from './report-items';

/**
 * An item as the ministry gets it: of the version of the certificate that it was collected with, whatever came after. Of what is classified nothing but that
 * it is cancelled.
 */
export async function bundleItemOf(manager: EntityManager, item: ReportItem): Promise<BundleItem> {
  const { id, kind, registrationNumber, approvedOn, serial, round, certificateVersion } = item;
  const number = { itemId: id, registrationNumber, approvedOn, serial, certificateVersion };
  const registered = await registeredIn(manager, serial, certificateVersion);
  const told = { ...number, registered };
  switch (kind) {
    case 'registration': {
      const { form, evidence, digest } = await manager.findOneByOrFail(SubmissionVersion, { serial, round });
      return { ...told, kind, round, digest, form, evidence };
    }
    case 'correction': {
      const known = await knownOf(manager, serial);
      const before = await registeredIn(manager, serial, known?.certificateVersion ?? 1);
      return { ...told, kind, changes: changesBetween(before, registered) };
    }
    case 'cancellation': {
      const { ground, cancelledAt } = await manager.findOneByOrFail(Cancellation, { serial });
      return { ...(ground === 'classified' ? number : told), kind, ground, cancelledOn: shanghaiDateOf(cancelledAt) };
    }
  }
}

async function registeredIn(manager: EntityManager, serial: string, version: number): Promise<RegisteredContent> {
  const { name, units, completers, studyFrom, studyTo } = await manager.findOneByOrFail(Certificate, { serial, version });
  return { name, units, completers, studyFrom, studyTo };
}

const changesBetween = (before: RegisteredContent, after: RegisteredContent): CorrectionItem['changes'] =>
  correctableFields.flatMap((field) => {
    const [from, to] = [before[field], after[field]];
    return canonical(from) === canonical(to) ? [] : [{ field, from, to }];
  });
