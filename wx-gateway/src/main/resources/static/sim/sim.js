import { $, avatar, clockTime, h } from './dom.js';
import { get, post } from './api.js';
import { Phone } from './phone.js';
import { records } from './records.js';

const state = { people: [], person: null, accounts: [], shop: null };
const phone = new Phone($('#screen'), state);

async function begin() {
  const [accounts, shop] = await Promise.all([
    get('/sim/api/accounts'),
    get('/sim/api/shop').catch(() => null),
  ]);
  state.accounts = accounts.items;
  state.shop = shop;
  $('#shop-name').textContent = shop ? shop.stores.map((store) => store.name).join(' · ') : '还没有演示店铺';
  await people();
  const wanted = new URLSearchParams(location.hash.slice(1)).get('person');
  choose(state.people.find((person) => person.id === wanted) ?? state.people[0]);
  records($('#record'), $('#record-tabs'), state);
  setInterval(tick, 1500);
  tick();
}

async function people() {
  state.people = (await get('/sim/api/people')).items;
  $('#people-count').textContent = `${state.people.length} 人`;
  draw();
}

function draw() {
  $('#people').replaceChildren(...state.people.map((person) => h('li', h(
    `button${person.id === state.person?.id ? '.on' : ''}`,
    { onclick: () => choose(person, true) },
    avatar(person.nickname, person.id),
    h('div', h('b', person.nickname), h('small', followed(person) ? '已关注' : '还不认识这家店')),
  ))));
}

const followed = (person) => Object.values(person.following).some(Boolean);

function choose(person, byHand = false) {
  state.person = person;
  history.replaceState(null, '', `#person=${person.id}`);
  draw();
  phone.pickUp();
  if (byHand) document.body.dataset.tab = 'phone';
}

async function tick() {
  $('#clock').textContent = clockTime(Date.now());
  if (!state.person || document.hidden) return;
  await phone.refresh();
}

phone.onChange = async () => {
  await people();
  state.person = state.people.find((person) => person.id === state.person.id);
  draw();
};

$('#add-person').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const made = await post('/sim/api/people', { nickname: form.nickname.value });
  form.reset();
  await people();
  choose(state.people.find((person) => person.id === made.id), true);
});

$('#tabs').addEventListener('click', (event) => {
  const tab = event.target.dataset.tab;
  if (tab) document.body.dataset.tab = tab;
});

begin();
