/** The simulator's own controls, and the shop's API as a customer's phone calls it. */
async function call(path, method, body, headers = {}) {
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: headers.Authorization ? 'omit' : 'same-origin',
  });
  const text = await answer.text();
  const parsed = text && (answer.headers.get('Content-Type') ?? '').includes('json') ? JSON.parse(text) : null;
  if (!answer.ok) {
    const error = new Error(parsed?.detail ?? `${answer.status} ${path}`);
    error.status = answer.status;
    error.code = parsed?.code;
    throw error;
  }
  return parsed;
}

export const get = (path) => call(path, 'GET');
export const post = (path, body = {}) => call(path, 'POST', body);
export const remove = (path) => call(path, 'DELETE');
export const act = (person, what, body = {}) => post(`/sim/api/people/${person.id}/${what}`, body);

/** A phone that holds a session of the mini-program. */
export function customer(token) {
  const headers = { Authorization: `Bearer ${token}` };
  return {
    get: (path) => call(path, 'GET', undefined, headers),
    post: (path, body = {}) => call(path, 'POST', body, headers),
  };
}
