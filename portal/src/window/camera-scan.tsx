import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/button';

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: string[] }) => Detector;

/** So often a picture of the camera is looked at. */
const betweenMillis = 250;

/** Reads codes with a camera, where the browser can do so by itself; elsewhere there is nothing to see. */
export function CameraScan({ onRead }: { onRead: (text: string) => void }): React.JSX.Element | null {
  const { t } = useTranslation('window');
  const [isOn, setOn] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const Reader = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (Reader === undefined || !('mediaDevices' in navigator)) {
    return null;
  }
  return (
    <>
      <Button aria-expanded={isOn} onClick={() => (setRefused(false), setOn(!isOn))}>
        {t(isOn ? 'counter.cameraOff' : 'counter.camera')}
      </Button>
      {isRefused && <span className="hint">{t('counter.cameraRefused')}</span>}
      {isOn && <Camera reader={Reader} onRead={onRead} onRefused={() => (setRefused(true), setOn(false))} />}
    </>
  );
}

interface Props {
  reader: DetectorClass;
  onRead: (text: string) => void;
  onRefused: () => void;
}

function Camera({ reader: Reader, onRead, onRefused }: Props): React.JSX.Element {
  const { t } = useTranslation('window');
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onRead, onRefused, last: '' });
  told.current = { ...told.current, onRead, onRefused };
  useEffect(() => {
    const detector = new Reader({ formats: ['qr_code'] });
    const look = async (): Promise<void> => {
      const [code] = video.current !== null && video.current.readyState >= 2 ? await detector.detect(video.current) : [];
      if (code !== undefined && code.rawValue !== told.current.last) {
        told.current.last = code.rawValue;
        told.current.onRead(code.rawValue);
      }
    };
    const opening = navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
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
  }, [Reader]);
  return <video ref={video} className="scan-video" autoPlay muted playsInline aria-label={t('counter.cameraPicture')} />;
}
