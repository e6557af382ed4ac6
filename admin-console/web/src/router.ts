import { createRouter, createWebHashHistory } from 'vue-router';
import { inWords } from './door/asking';
import { may, theSession } from './door/session';
import { warn } from './door/toast';
import { texts } from './texts';

declare module 'vue-router' {
  interface RouteMeta {
    /** Inside the shell, with the bar of tabs; only for whom has signed in. */
    tabs?: boolean;
    /** The door without which the page has nothing to show. */
    needs?: string;
  }
}

const within = (needs?: string) => ({ tabs: true, ...(needs && { needs }) });

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: '/home' },
    { path: '/sign-in', name: 'sign-in', component: () => import('./staff/SignInScreen.vue') },
    { path: '/first-owner/:secret', component: () => import('./staff/FirstOwnerScreen.vue') },
    { path: '/join/:secret', component: () => import('./staff/JoinScreen.vue') },
    { path: '/home', component: () => import('./home/HomeScreen.vue'), meta: within() },
    { path: '/till', component: () => import('./till/TillScreen.vue'), meta: within('POST /console/api/till/bills') },
    {
      path: '/till/pick-up',
      component: () => import('./till/PickUpScreen.vue'),
      meta: within('POST /console/api/gifts/pick-ups/{code}/collection'),
    },
    {
      path: '/members/import',
      component: () => import('./imports/ImportScreen.vue'),
      meta: within('POST /console/api/imports'),
    },
    {
      path: '/members/:id?',
      component: () => import('./membership/MembersScreen.vue'),
      meta: within('GET /console/api/members'),
    },
    {
      path: '/marketing',
      component: () => import('./checkin/MarketingScreen.vue'),
      meta: within('GET /console/api/check-in-plan'),
    },
    {
      path: '/marketing/check-in',
      component: () => import('./checkin/PlanScreen.vue'),
      meta: within('GET /console/api/check-in-plan'),
    },
    {
      path: '/marketing/pushes',
      component: () => import('./push/PushesScreen.vue'),
      meta: within('GET /console/api/pushes'),
    },
    {
      path: '/marketing/pushes/new',
      component: () => import('./push/NewPushScreen.vue'),
      meta: within('POST /console/api/pushes'),
    },
    {
      path: '/marketing/pushes/:id',
      component: () => import('./push/PushScreen.vue'),
      meta: within('GET /console/api/pushes'),
    },
    {
      path: '/marketing/notices',
      component: () => import('./push/NoticesScreen.vue'),
      meta: within('GET /console/api/notices'),
    },
    {
      path: '/marketing/segments',
      component: () => import('./audience/SegmentsScreen.vue'),
      meta: within('GET /console/api/segments'),
    },
    {
      path: '/marketing/segments/:id',
      component: () => import('./audience/SegmentScreen.vue'),
      meta: within('GET /console/api/segments'),
    },
    {
      path: '/marketing/referrals',
      component: () => import('./referral/ReferralScreen.vue'),
      meta: within('GET /console/api/referrals/plan'),
    },
    {
      path: '/marketing/points',
      component: () => import('./points/PointsRulesScreen.vue'),
      meta: within('GET /console/api/points/rules'),
    },
    {
      path: '/marketing/levels',
      component: () => import('./level/LadderScreen.vue'),
      meta: within('GET /console/api/levels'),
    },
    {
      path: '/marketing/charge-plan',
      component: () => import('./balance/ChargePlanScreen.vue'),
      meta: within('GET /console/api/balance/plan'),
    },
    {
      path: '/marketing/gifts',
      component: () => import('./mall/GiftsScreen.vue'),
      meta: within('GET /console/api/gifts'),
    },
    {
      path: '/marketing/gifts/:id',
      component: () => import('./mall/GiftScreen.vue'),
      meta: within('GET /console/api/gifts'),
    },
    {
      path: '/marketing/stamps',
      component: () => import('./stamp/StampsScreen.vue'),
      meta: within('GET /console/api/stamps'),
    },
    {
      path: '/marketing/stamps/:id',
      component: () => import('./stamp/StampScreen.vue'),
      meta: within('GET /console/api/stamps'),
    },
    {
      path: '/marketing/passes',
      component: () => import('./pass/PassesScreen.vue'),
      meta: within('GET /console/api/passes'),
    },
    {
      path: '/marketing/passes/:id',
      component: () => import('./pass/PassScreen.vue'),
      meta: within('GET /console/api/passes'),
    },
    {
      path: '/me/checks',
      component: () => import('./ledger/AlertsScreen.vue'),
      meta: within('GET /console/api/self-checks'),
    },
    { path: '/me/reports', component: () => import('./report/ReportScreen.vue'), meta: within('GET /console/api/reports') },
    { path: '/me/guide', component: () => import('./help/GuideScreen.vue'), meta: within('GET /console/api/guide') },
    { path: '/me/poster', component: () => import('./help/PosterScreen.vue'), meta: within('GET /console/api/guide') },
    {
      path: '/marketing/offers',
      component: () => import('./coupon/OffersScreen.vue'),
      meta: within('GET /console/api/offers'),
    },
    {
      path: '/marketing/offers/new',
      component: () => import('./coupon/NewOfferScreen.vue'),
      meta: within('POST /console/api/offers'),
    },
    {
      path: '/marketing/offers/:id',
      component: () => import('./coupon/OfferScreen.vue'),
      meta: within('GET /console/api/offers/{id}'),
    },
    {
      path: '/marketing/coupons',
      component: () => import('./coupon/CouponsScreen.vue'),
      meta: within('POST /console/api/coupons'),
    },
    { path: '/me', component: () => import('./staff/MeScreen.vue'), meta: within() },
    {
      path: '/me/stores',
      component: () => import('./merchant/StoresScreen.vue'),
      meta: within('POST /console/api/stores'),
    },
    { path: '/me/staff', component: () => import('./staff/StaffScreen.vue'), meta: within('GET /console/api/staff') },
    {
      path: '/me/wechat',
      component: () => import('./merchant/AccountsScreen.vue'),
      meta: within('GET /console/api/wechat-accounts'),
    },
    {
      path: '/me/till-keys',
      component: () => import('./till/KeysScreen.vue'),
      meta: within('GET /console/api/till-keys'),
    },
    {
      path: '/me/approvals',
      component: () => import('./approval/ApprovalsScreen.vue'),
      meta: within('GET /console/api/approvals'),
    },
    {
      path: '/me/second-factor',
      component: () => import('./factor/FactorScreen.vue'),
      meta: within('GET /console/api/second-factor'),
    },
    {
      path: '/me/privacy',
      component: () => import('./privacy/PrivacyScreen.vue'),
      meta: within('GET /console/api/privacy/consents'),
    },
    { path: '/me/audit', component: () => import('./audit/AuditScreen.vue'), meta: within('GET /console/api/audit') },
    { path: '/:elsewhere(.*)*', redirect: '/home' },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

router.beforeEach(async to => {
  if (!to.meta.tabs) return true;
  const who = await theSession().catch(e => {
    // The page behind it asks again, and says what is wrong where it can be tried anew.
    const said = inWords(e);
    warn(said.text, said.code);
    return undefined;
  });
  if (who === undefined) return true;
  if (who === null) return { name: 'sign-in', query: { to: to.fullPath }, replace: true };
  if (to.meta.needs && !may(to.meta.needs)) {
    warn(texts.door.forbidden, 'console.forbidden');
    return '/home';
  }
  return true;
});
