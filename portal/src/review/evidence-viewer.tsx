import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { kindName } from '../draft/kind-name';
import { bytesOf } from '../shared/bytes';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { pieceQuery } from './desk';
import type { Noting } from './notes';
import { RemarkBox } from './remark-box';

type Piece = Schemas['EvidenceDto'];

interface Props {
  serial: string;
  pieces: readonly Piece[];
  noting: Noting | null;
}

/** The pieces of evidence, one of them in view. */
export function EvidenceViewer({ serial, pieces, noting }: Props): React.JSX.Element {
  const { t } = useTranslation('review');
  const [chosen, setChosen] = useState(0);
  const piece = pieces[chosen];
  return (
    <section className="card desk-evidence" aria-labelledby="title-evidence">
      <h2 id="title-evidence">{t('evidence', { count: pieces.length })}</h2>
      {piece === undefined ? (
        <p className="hint">{t('noEvidence')}</p>
      ) : (
        <>
          <div className="switch" role="group" aria-label={t('pieces')}>
            {pieces.map(({ id, kind, fileName }, index) => (
              <button key={id} type="button" aria-pressed={index === chosen} title={fileName} onClick={() => setChosen(index)}>
                {index + 1}. {kindName(kind)}
              </button>
            ))}
          </div>
          <p className="hint">
            {piece.number} · {piece.issuedOn} · <a href={`/api/v1/submissions/${serial}/evidence/${piece.id}/file`}>{piece.fileName}</a>（
            {bytesOf(piece.bytes)}）
          </p>
          {noting !== null && <RemarkBox key={`remark ${piece.id}`} noting={noting} place={piece.id} label={piece.fileName} />}
          <PieceInView key={piece.id} serial={serial} piece={piece} />
        </>
      )}
    </section>
  );
}

const pictures = ['image/png', 'image/jpeg'];

/**
 * A PDF in the browser's own viewer, a picture as a picture, anything else as a download. What is shown is a file of this page's own making
 * (blob:) and of a type that is never a page: nothing that somebody handed in runs in our origin.
 */
function PieceInView({ serial, piece }: { serial: string; piece: Piece }): React.JSX.Element {
  const { t } = useTranslation('review');
  const isPicture = pictures.includes(piece.mediaType);
  const isShown = isPicture || piece.mediaType === 'application/pdf';
  const file = useQuery({ ...pieceQuery(serial, piece), enabled: isShown });
  const address = useAddressOf(file.data);
  const [isWhole, setWhole] = useState(false);
  if (!isShown) {
    return <p>{t('notInView')}</p>;
  }
  if (address === null) {
    return file.error === null ? <Waiting lines={8} /> : <Trouble error={file.error} retry={() => void file.refetch()} />;
  }
  return isPicture ? (
    <div className="piece-picture" tabIndex={0} role="region" aria-label={piece.fileName}>
      <button type="button" className="plain-button quiet" aria-pressed={isWhole} onClick={() => setWhole(!isWhole)}>
        {t('actualSize')}
      </button>
      <img src={address} alt={t('pictureOf', { name: piece.fileName, kind: kindName(piece.kind) })} className={isWhole ? '' : 'fitted'} />
    </div>
  ) : (
    <iframe className="piece-pdf" src={`${address}#navpanes=0&view=FitH`} title={piece.fileName} />
  );
}

/** An address of this page for a file, for as long as it is shown. */
function useAddressOf(file: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (file === undefined) {
      return undefined;
    }
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
