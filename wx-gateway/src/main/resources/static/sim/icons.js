const SVG = 'http://www.w3.org/2000/svg';

/** Drawn here, as a machine may have no font for them. */
const PATHS = {
  chat: 'M4 5h16v11H10l-4 4v-4H4z',
  scan: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M4 12h16',
  mini: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9 15a2 2 0 1 0 2-2V9a2 2 0 1 1 2 2',
  me: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21c0-5 4-7 8-7s8 2 8 7',
  back: 'M15 4l-8 8 8 8',
  close: 'M5 5l14 14M19 5L5 19',
  again: 'M20 12a8 8 0 1 1-3-6.2M20 3v5h-5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  menu: 'M4 7h16M4 12h16M4 17h16',
  keys: 'M3 6h18v12H3zM7 10h.01M12 10h.01M17 10h.01M8 14h8',
};

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
