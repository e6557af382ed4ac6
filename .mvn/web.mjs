// Builds the web page in the working directory for Maven, and does nothing at all when nothing has changed.
//
//   node web.mjs page <output folder> <most KB, gzipped, before the first screen stands>
//   node web.mjs test <folder for the compiled tests>
//
// It knows nothing about any page in particular: a folder with package-lock.json, vite.config.mjs and test/ will do.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const [, , job, folder, limit] = process.argv;
const web = process.cwd();
const out = resolve(folder);
const notes = join(web, 'node_modules', '.built');

function stop(sentence) {
  console.error(`\n  ${sentence}\n`);
  process.exit(1);
}

function filesIn(dir) {
  return readdirSync(dir, { withFileTypes: true })
    .filter(entry => entry.name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => (entry.isDirectory() ? filesIn(join(dir, entry.name)) : [join(dir, entry.name)]));
}

/** By content, not by date: a checkout touches every file and changes none. */
function fingerprint(files, ...more) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(web, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.update(JSON.stringify([process.version, ...more])).digest('hex');
}

const noteOf = name => join(notes, name);
const read = name => (existsSync(noteOf(name)) ? readFileSync(noteOf(name), 'utf8') : '');

function write(name, content) {
  mkdirSync(notes, { recursive: true });
  writeFileSync(noteOf(name), content);
}

function run(command, args, options = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd: web, stdio: 'inherit', ...options });
    child.on('error', failed);
    child.on('exit', code => (code === 0 ? done() : failed(new Error(`${command} ${args.join(' ')} ended with ${code}`))));
  });
}

async function install() {
  const lock = ['package-lock.json', 'package.json', '.npmrc'].map(name => join(web, name)).filter(existsSync);
  const wanted = fingerprint(lock);
  if (read('installed') === wanted) return;
  // On Windows npm is a script, and scripts run in a shell only.
  await run('npm', ['ci', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
  write('installed', wanted);
}

const require = createRequire(join(web, 'package.json'));
const vite = () => import(pathToFileURL(join(web, 'node_modules', 'vite', 'dist', 'node', 'index.js')).href);

const checkTypes = () =>
  run(process.execPath, [require.resolve('vue-tsc/bin/vue-tsc.js'), '--noEmit']);

/** What a phone loads until the heaviest of the screens stands: the page, its entry, that screen and all they import. */
function firstLoad() {
  const manifestFolder = join(out, '.vite');
  const manifest = JSON.parse(readFileSync(join(manifestFolder, 'manifest.json'), 'utf8'));
  rmSync(manifestFolder, { recursive: true });
  const entry = Object.keys(manifest).find(name => manifest[name].isEntry);
  const needs = (name, found = new Set()) => {
    const chunk = manifest[name];
    if (found.has(chunk.file)) return found;
    found.add(chunk.file);
    for (const file of [...(chunk.css ?? []), ...(chunk.assets ?? [])]) found.add(file);
    for (const next of chunk.imports ?? []) needs(next, found);
    return found;
  };
  const gzipped = file => gzipSync(readFileSync(join(out, file))).length;
  const always = ['index.html', ...needs(entry)];
  const screens = (manifest[entry].dynamicImports ?? []).map(name => {
    const bytes = [...new Set([...always, ...needs(name)])].reduce((sum, file) => sum + gzipped(file), 0);
    return { name, kb: bytes / 1024 };
  });
  return screens.sort((a, b) => b.kb - a.kb);
}

async function page() {
  // Types and bundle know nothing of each other, so they share the time.
  const { build } = await vite();
  await Promise.all([
    checkTypes(),
    build({
      root: web,
      logLevel: 'warn',
      build: { outDir: out, emptyOutDir: true, manifest: true, rolldownOptions: { checks: { pluginTimings: false } } },
    }),
  ]);
  const screens = firstLoad();
  const told = screens.map(screen => `  ${screen.kb.toFixed(1).padStart(6)} KB  ${screen.name}`).join('\n');
  console.log(`First load, gzipped:\n${told}`);
  if (screens[0].kb > Number(limit)) {
    stop(`${screens[0].name} needs ${screens[0].kb.toFixed(1)} KB gzipped before it stands; ${limit} KB are allowed.`);
  }
}

async function test() {
  const { build } = await vite();
  const tests = filesIn(join(web, 'test')).filter(file => /\.test\.[jt]s$/.test(file));
  await build({
    root: web,
    configFile: false,
    logLevel: 'warn',
    build: { ssr: true, outDir: out, emptyOutDir: true, rolldownOptions: { input: tests, checks: { pluginTimings: false } } },
  });
  const compiled = filesIn(out).filter(file => file.endsWith('.test.js'));
  // Quiet as long as all is well.
  const told = spawnSync(process.execPath, ['--test', '--test-reporter=spec', ...compiled], { encoding: 'utf8' });
  if (told.status !== 0) stop(`${told.stdout}${told.stderr}`);
}

const jobs = { page, test };

if (!jobs[job]) stop(`Say "page" or "test", not "${job}".`);
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) stop(`Node ${process.versions.node} is too old; 20.19 or newer is needed.`);

const wanted = fingerprint([...filesIn(web), fileURLToPath(import.meta.url)], job, out, limit);
const [last, ...made] = read(job).split('\n');
if (last !== wanted || !made.every(file => existsSync(join(out, file)))) {
  try {
    await install();
    write(job, '');
    await jobs[job]();
  } catch (e) {
    stop(e.message);
  }
  write(job, [wanted, ...filesIn(out).map(file => relative(out, file))].join('\n'));
}
