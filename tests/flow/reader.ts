/**
 * A reader who notices everything: a journey fails on any error in the console or on the page, on any breach of the
 * content policy, and on any request that leaves for a host other than ours. Import `test` and `expect` from here,
 * not from Playwright.
 */
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { site, subsite } from './addresses.ts'

export { expect }

interface ReaderOptions {
  /** Errors that a journey means to cause; each must happen. `test.use({ expectedErrors: [/404/] })` */
  readonly expectedErrors: readonly RegExp[]
}

interface ReaderFixtures {
  /** Addresses asked for so far, in order. */
  readonly requests: readonly string[]
  readonly watch: void
}

export const test = base.extend<ReaderOptions & ReaderFixtures>({
  expectedErrors: [[], { option: true }],

  requests: async ({ context }, provide) => {
    const requests: string[] = []
    context.on('request', (request) => requests.push(request.url()))
    await provide(requests)
  },

  watch: [
    // With the page, so that it is still open when what it has not said yet is waited for.
    async ({ context, page: _page, requests, expectedErrors }, provide) => {
      const errors: string[] = []
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (error) => errors.push(String(error.error())))
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
          console.error(`content policy: ${violatedDirective} ${blockedURI} ${sample}`),
        )
      })
      await provide()
      expect(requests.filter(leavesUs), 'requests to other hosts').toEqual([])
      const missed = (): readonly RegExp[] =>
        expectedErrors.filter((pattern) => !errors.some((error) => pattern.test(error)))
      await expect.poll(missed, 'expected errors that did not happen').toEqual([])
      const unexpected = errors.filter((error) => !expectedErrors.some((pattern) => pattern.test(error)))
      expect(unexpected, 'errors in the console or on the page').toEqual([])
    },
    { auto: true },
  ],
})

function leavesUs(address: string): boolean {
  const { protocol, origin } = new URL(address)
  if (protocol === 'data:' || protocol === 'blob:') return false
  return ![site.url, subsite.url].some((own) => new URL(own).origin === origin)
}

/** What the page is painted on, where the system decides. */
export const paper = { light: 'rgb(247, 246, 242)', dark: 'rgb(23, 22, 20)' } as const

/** The page as it stands, in both colours: it is not opened anew for the other. */
export async function axeInLightAndDark(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html')).toHaveCSS('background-color', paper[colorScheme])
    await axe(page)
  }
}

/** Fails on any breach of WCAG 2.0 to 2.2, A and AA, that axe finds on the page as it stands. */
export async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // Our pages have no frames: else each look opens one more page, only to add up what was found in them.
    .setLegacyMode()
    .options({
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
      // Off by default, since it is young.
      rules: { 'target-size': { enabled: true } },
    })
    .analyze()
  const breaches = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} (${node.failureSummary ?? ''})`),
  )
  expect(breaches, 'accessibility').toEqual([])
}
