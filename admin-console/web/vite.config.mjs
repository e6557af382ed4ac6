import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [vue()],
  build: {
    // What WeChat's own browsers can run on phones that are still in use.
    target: ['chrome86', 'safari14'],
    // A data: URL would need a wider Content-Security-Policy than the page has.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: { '/console/api': 'http://localhost:8080' },
  },
});
