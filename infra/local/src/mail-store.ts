import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddressObject } from 'mailparser';
import { simpleParser } from 'mailparser';

/** One mail as the sink keeps and shows it. */
export interface StoredMail {
  /** Grows with the order of receipt. */
  readonly id: string;
  /** Host time, ISO. */
  readonly receivedAt: string;
  readonly from: string;
  /** Every address it was delivered to, lower case. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly date: string | null;
  readonly text: string;
}

/** Mails as files in one folder; read once at start, kept in memory for the lists. */
export class MailStore {
  private readonly mails: StoredMail[];
  private count: number;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    this.mails = files.sort().map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as StoredMail);
    this.count = Number(this.mails.at(-1)?.id ?? 0);
  }

  /** Stores the raw message and what a reader wants of it; resolved only when both are in files. */
  async take(raw: Buffer, recipients: readonly string[]): Promise<StoredMail> {
    this.count += 1;
    const id = String(this.count).padStart(8, '0');
    const parsed = await simpleParser(raw, { skipHtmlToText: false });
    const mail: StoredMail = {
      id,
      receivedAt: new Date().toISOString(),
      from: addresses(parsed.from).join(', '),
      to: recipients.map((recipient) => recipient.toLowerCase()),
      subject: parsed.subject ?? '',
      date: parsed.date?.toISOString() ?? null,
      text: parsed.text ?? '',
    };
    await writeFile(join(this.folder, `${id}.eml`), raw);
    await writeFile(join(this.folder, `${id}.json.new`), JSON.stringify(mail));
    await rename(join(this.folder, `${id}.json.new`), join(this.folder, `${id}.json`));
    this.mails.push(mail);
    return mail;
  }

  /** In the order of receipt, of one recipient or of all, after an id if one is given. */
  list({ to, after }: { to?: string | undefined; after?: string | undefined }): readonly StoredMail[] {
    const recipient = to?.toLowerCase();
    return this.mails.filter(
      (mail) => (recipient === undefined || mail.to.includes(recipient)) && (after === undefined || mail.id > after),
    );
  }

  find(id: string): StoredMail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  raw(id: string): Buffer | undefined {
    const path = join(this.folder, `${id}.eml`);
    return existsSync(path) ? readFileSync(path) : undefined;
  }
}

const addresses = (field: AddressObject | undefined): readonly string[] => (field?.value ?? []).map((entry) => entry.address ?? entry.name);
