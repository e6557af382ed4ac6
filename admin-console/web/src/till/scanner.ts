import { send } from '../door/ask';
import { session } from '../door/session';

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

interface NativeDetector {
  new (asked: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

declare global {
  interface Window {
    BarcodeDetector?: NativeDetector;
  }
}

type Wx = typeof import('weixin-js-sdk').default;

interface Signature {
  appid: string;
  timestamp: number;
  nonce: string;
  signature: string;
}

/** WeChat's script, loaded and allowed on this page once; null outside of WeChat, and where WeChat does not allow it. */
let allowed: Promise<Wx | null> | undefined;

async function allow(): Promise<Wx | null> {
  const merchant = session.value?.merchant.id ?? '';
  const asked = new URLSearchParams({ merchant, page: location.href });
  const [{ default: wx }, signed] = await Promise.all([
    import('weixin-js-sdk'),
    send<Signature>('GET', `/api/js-signature?${asked}`, null),
  ]);
  return new Promise(answer => {
    wx.ready(() => answer(wx));
    wx.error(() => answer(null));
    wx.config({
      appId: signed.appid,
      timestamp: signed.timestamp,
      nonceStr: signed.nonce,
      signature: signed.signature,
      jsApiList: ['scanQRCode'],
    });
  });
}

function wechat(): Promise<Wx | null> {
  if (!/MicroMessenger/i.test(navigator.userAgent)) return Promise.resolve(null);
  allowed ??= allow().catch(() => {
    allowed = undefined;
    return null;
  });
  return allowed;
}

/** WeChat's scanner is quicker than anything a page can do; null where there is none, and where it is not allowed. */
export async function scannedByWechat(): Promise<string | null> {
  const wx = await wechat();
  if (!wx) return null;
  return new Promise(answer =>
    wx.scanQRCode({
      needResult: 1,
      scanType: ['qrCode'],
      success: found => answer(found.resultStr),
      cancel: () => answer(null),
      fail: () => answer(null),
    }),
  );
}

async function detector(): Promise<Detector> {
  const Native = window.BarcodeDetector;
  if (Native && (await Native.getSupportedFormats().catch((): string[] => [])).includes('qr_code')) {
    return new Native({ formats: ['qr_code'] });
  }
  const { BarcodeDetector } = await import('qr/decode.js');
  return new BarcodeDetector({ formats: ['qr_code'] }) as unknown as Detector;
}

export type Trouble = 'cameraDenied' | 'cameraInsecure' | 'cameraNone';

function troubleOf(e: unknown): Trouble {
  const name = e instanceof DOMException ? e.name : '';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'cameraDenied' : 'cameraNone';
}

const PAUSE_MS = 120;

export interface Watching {
  stop: () => void;
}

/** Looks through the camera at the back until `seen` has taken a code. */
export async function watch(
  video: HTMLVideoElement,
  seen: (code: string) => boolean,
  trouble: (why: Trouble) => void,
): Promise<Watching> {
  let over = false;
  let stream: MediaStream | null = null;
  const stop = () => {
    over = true;
    stream?.getTracks().forEach(track => track.stop());
    video.srcObject = null;
  };
  if (!navigator.mediaDevices?.getUserMedia) {
    trouble('cameraInsecure');
    return { stop };
  }
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    video.srcObject = stream;
    await video.play();
  } catch (e) {
    stop();
    trouble(troubleOf(e));
    return { stop };
  }
  const look = await detector();
  const turn = async () => {
    if (over) return;
    const found = await look.detect(video).catch(() => []);
    const code = found[0]?.rawValue;
    if (over) return;
    if (code === undefined || !seen(code)) window.setTimeout(() => void turn(), PAUSE_MS);
  };
  void turn();
  return { stop };
}
