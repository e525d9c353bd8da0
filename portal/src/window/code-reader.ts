import { decodeQR } from 'qr/decode.js';

/** Reads QR codes in what a camera shows; all of it happens here in the page. */
export class CodeReader {
  private readonly canvas = document.createElement('canvas');
  private readonly picture = this.canvas.getContext('2d', { willReadFrequently: true });

  /** What the code in sight says; null where there is none that can be read. */
  read(video: HTMLVideoElement): string | null {
    const { videoWidth: width, videoHeight: height } = video;
    if (this.picture === null || width * height === 0) {
      return null;
    }
    Object.assign(this.canvas, { width, height });
    this.picture.drawImage(video, 0, 0);
    try {
      return decodeQR(this.picture.getImageData(0, 0, width, height));
    } catch {
      // It has no other way to say that it found none.
      return null;
    }
  }
}
