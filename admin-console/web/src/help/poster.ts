/** What the code on a poster says: the shop's page, by the door of that store. */
export const posterLink = (origin: string, merchantId: string, scene: string | null): string =>
  `${origin}/h5/?shop=${encodeURIComponent(merchantId)}${scene ? `&scene=${encodeURIComponent(scene)}` : ''}`;
