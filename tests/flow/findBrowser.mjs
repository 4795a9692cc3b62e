/**
 * Which browser do the journeys run in? An installed Chromium, Chrome or Edge; else Playwright's own; else, on
 * Debian or Ubuntu as root, the system's package. If none can be had, one sentence says what to do: journeys are
 * never skipped. `CHROMIUM_PATH` names a browser and ends the search.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** @returns {string} path of a browser that starts; throws a sentence for the reader otherwise */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (starts(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, which is not a browser that starts here.`)
  }
  const found = findInstalled() ?? findPlaywrights() ?? installPlaywrights() ?? installPackage()
  if (found) return found
  throw new Error(
    'No browser for the journeys: install Chromium, Google Chrome or Microsoft Edge, ' +
      'or set CHROMIUM_PATH to one, then run this again.',
  )
}

function findInstalled() {
  return [...usualPlaces(), ...placesOnPath()].find(starts)
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    const folders = ['/Applications', path.join(process.env.HOME ?? '', 'Applications')]
    return folders.flatMap((folder) => apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`))
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    )
    const apps = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ]
    return folders.flatMap((folder) => apps.map((app) => path.join(folder, app)))
  }
  return ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge']
}

function placesOnPath() {
  const names =
    process.platform === 'win32'
      ? ['chrome.exe', 'msedge.exe']
      : ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
}

/** Asks for its version, since a file alone proves little: Ubuntu's `chromium-browser` only says where to get one. */
function starts(file) {
  try {
    accessSync(file, constants.X_OK)
  } catch {
    return false
  }
  // On Windows the question would open a window.
  if (process.platform === 'win32') return true
  const answer = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return answer.status === 0 && /chrom|edge/i.test(answer.stdout)
}

function findPlaywrights() {
  // Required only here: it is slow to load, and most machines have a browser.
  const { chromium } = createRequire(import.meta.url)('@playwright/test')
  const file = chromium.executablePath()
  return existsSync(file) && starts(file) ? file : undefined
}

function installPlaywrights() {
  console.log('no browser found: asking Playwright for its own')
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 600_000 })
  return findPlaywrights()
}

function installPackage() {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined
  console.log("no browser from Playwright: installing the system's Chromium")
  const options = {
    stdio: 'inherit',
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  spawnSync('apt-get', ['update'], options)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
  return findInstalled()
}

function isDebian() {
  const file = '/etc/os-release'
  return existsSync(file) && /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(readFileSync(file, 'utf8'))
}
