import { createRouter, createWebHashHistory } from 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    tab?: boolean;
  }
}

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: '/card' },
    { path: '/join', component: () => import('./membership/JoinScreen.vue') },
    { path: '/card', component: () => import('./card/CardScreen.vue'), meta: { tab: true } },
    { path: '/check-in', component: () => import('./checkin/CheckInScreen.vue'), meta: { tab: true } },
    { path: '/points', component: () => import('./points/PointsScreen.vue'), meta: { tab: true } },
    { path: '/balance', component: () => import('./balance/BalanceScreen.vue'), meta: { tab: true } },
    { path: '/mall', component: () => import('./mall/MallScreen.vue'), meta: { tab: true } },
    { path: '/stamps', component: () => import('./stamp/StampsScreen.vue'), meta: { tab: true } },
    { path: '/levels', component: () => import('./level/LevelScreen.vue'), meta: { tab: true } },
    { path: '/me', component: () => import('./membership/MeScreen.vue'), meta: { tab: true } },
    { path: '/invite', component: () => import('./referral/InviteScreen.vue') },
    { path: '/notices', component: () => import('./push/NoticesScreen.vue') },
    { path: '/bye', component: () => import('./membership/ByeScreen.vue') },
    { path: '/:elsewhere(.*)*', redirect: '/card' },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});
