import { join } from 'node:path';
import { shanghaiDateOf } from '@dengke/calendar';
import { certificateSentence } from '@dengke/contract';
import type { PlainDate } from '@dengke/contract';
import { pdfOf } from '@dengke/print';
import { toString as qrCodeOf } from 'qrcode';
import type { Certificate } from './certificate.entity';
import { printed } from './certificate-views';
import { verificationUrl } from './sealing';

/** From here on the code is printed larger, so that a telephone still reads it. */
const LONG_URL = 1_200;
const template = join(__dirname, 'certificate.typ');

/** The certificate on paper (P35); the same row, its standing and the public address make the same bytes. */
export async function certificatePdf(certificate: Certificate, newest: Certificate, publicUrl: string): Promise<Buffer> {
  const { number, version, name, units, completers, approvedOn, registrar } = printed(certificate);
  const url = verificationUrl(publicUrl, certificate);
  return pdfOf(template, {
    number,
    version: `第${version}版`,
    name,
    units,
    completers: completers.join('、'),
    approvedOn: inWords(approvedOn),
    registrar,
    issuedOn: inWords(shanghaiDateOf(certificate.issuedAt)),
    sentence: certificateSentence,
    address: url.slice(0, url.indexOf('?')),
    qr: await qrCodeOf(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 }),
    qrIsDense: url.length > LONG_URL,
    mark: markOf(certificate, newest),
  });
}

/** What the paper says of itself when it is not valid any more. */
function markOf({ version }: Certificate, { version: newest, standing, endedAt }: Certificate): string | null {
  if (standing === 'cancelled' && endedAt !== null) {
    return `该登记已于${inWords(shanghaiDateOf(endedAt))}注销`;
  }
  return version === newest ? null : `本证书已被第${newest}版替代`;
}

function inWords(day: PlainDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
