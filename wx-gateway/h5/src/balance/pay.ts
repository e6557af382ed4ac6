/** What WeChat's browser brings along; see "getBrandWCPayRequest" in the WeChat Pay documents. */
interface Bridge {
  invoke: (what: string, given: Record<string, string>, told: (answer: { err_msg: string }) => void) => void;
}

declare global {
  interface Window {
    WeixinJSBridge?: Bridge;
  }
}

export type Paid = 'ok' | 'cancel' | 'fail' | 'no-wechat';

const PATIENCE_MS = 3_000;

/** The bridge comes some time after the page; elsewhere than in WeChat it never comes. */
function bridge(): Promise<Bridge | null> {
  if (window.WeixinJSBridge) return Promise.resolve(window.WeixinJSBridge);
  return new Promise(resolve => {
    const timer = window.setTimeout(() => resolve(null), PATIENCE_MS);
    document.addEventListener(
      'WeixinJSBridgeReady',
      () => {
        window.clearTimeout(timer);
        resolve(window.WeixinJSBridge ?? null);
      },
      { once: true },
    );
  });
}

/** What it answers is what the phone says, and no proof: whether the money is there the server knows. */
export async function payByWechat(payment: Record<string, string>): Promise<Paid> {
  const there = await bridge();
  if (!there) return 'no-wechat';
  return new Promise(resolve => {
    there.invoke('getBrandWCPayRequest', payment, ({ err_msg: said }) =>
      resolve(said.endsWith(':ok') ? 'ok' : said.endsWith(':cancel') ? 'cancel' : 'fail'),
    );
  });
}
