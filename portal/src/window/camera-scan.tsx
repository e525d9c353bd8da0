import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { Button } from '../shared/button';

/** So often a picture of the camera is looked at. */
const betweenMillis = 250;

/** Reads codes with a camera; where the browser lets no page have one, there is nothing to see. */
export function CameraScan({ onRead }: { onRead: (text: string) => void }): React.JSX.Element | null {
  const { t } = useTranslation('window');
  const [isOn, setOn] = useState(false);
  const [isRefused, setRefused] = useState(false);
  if (!('mediaDevices' in navigator)) {
    return null;
  }
  return (
    <>
      <Button aria-expanded={isOn} onClick={() => (setRefused(false), setOn(!isOn))}>
        {t(isOn ? 'counter.cameraOff' : 'counter.camera')}
      </Button>
      {isRefused && <span className="hint">{t('counter.cameraRefused')}</span>}
      {isOn && <Camera onRead={onRead} onRefused={() => (setRefused(true), setOn(false))} />}
    </>
  );
}

interface Props {
  onRead: (text: string) => void;
  onRefused: () => void;
}

/** What reads the codes is fetched when a camera is opened. */
function Camera({ onRead, onRefused }: Props): React.JSX.Element {
  const { t } = useTranslation('window');
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onRead, onRefused, last: '' });
  told.current = { ...told.current, onRead, onRefused };
  useEffect(() => {
    const reader = import('./code-reader.ts').then(({ CodeReader }) => new CodeReader());
    const look = async (): Promise<void> => {
      const code = video.current === null ? null : (await reader).read(video.current);
      if (code !== null && code !== told.current.last) {
        told.current.last = code;
        told.current.onRead(code);
      }
    };
    const opening = navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
    opening.then(
      (stream) => video.current !== null && (video.current.srcObject = stream),
      () => told.current.onRefused(),
    );
    const timer = setInterval(() => void look().catch(() => told.current.onRefused()), betweenMillis);
    return () => {
      clearInterval(timer);
      void opening.then(
        (stream) => stream.getTracks().forEach((track) => track.stop()),
        () => undefined,
      );
    };
  }, []);
  return <video ref={video} className="scan-video" autoPlay muted playsInline aria-label={t('counter.cameraPicture')} />;
}
