import { createApp, nextTick } from 'vue';
import App from './App.vue';
import { online } from './door/asking';
import { warn } from './door/toast';
import './look/theme.css';
import { router } from './router';
import { texts } from './texts';

const RELOADED = 'shuke.reloaded';
const RELOAD_MS = 30_000;

// A new version has replaced the pieces that this one would load: take the new one, but never in circles.
window.addEventListener('vite:preloadError', event => {
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - last < RELOAD_MS || !navigator.onLine) return;
  event.preventDefault();
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
});

// Whoever listens instead of looking must hear that the screen has changed.
router.afterEach((to, from) => {
  if (from.matched.length === 0 || to.path === from.path) return;
  void nextTick(() => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true }));
});

router.onError(() => {
  const said = online.value ? texts.door.unreachable : texts.door.offline;
  warn(said, 'unreachable');
});

createApp(App).use(router).mount('#app');
