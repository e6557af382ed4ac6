import { ref } from 'vue';

const room = window.matchMedia('(min-width: 768px)');

/** Whether two columns have room. */
export const wide = ref(room.matches);
room.addEventListener('change', now => (wide.value = now.matches));
