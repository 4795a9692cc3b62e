/** The page's own policy stands between a mistake of ours and the reader: what it forbids does not happen. */
import { openStory } from './pageParts.ts'
import { expect, test } from './reader.ts'

test.describe('markup or a request that the page did not bring', () => {
  test.use({
    // A list of several stands in a list of its own, or the second would be taken for options.
    expectedErrors: [
      [
        /TrustedHTML|content policy: require-trusted-types-for/,
        /Content Security Policy|content policy: connect-src/,
      ],
      { scope: 'test' },
    ],
  })

  test('is refused by the policy', async ({ page }) => {
    await openStory(page)
    const outcome = await page.evaluate(async () => {
      const attempt = async (act: () => unknown): Promise<string> => {
        try {
          await act()
          return 'allowed'
        } catch {
          return 'refused'
        }
      }
      const sink = 'innerHTML'
      return {
        markup: await attempt(() => {
          document.createElement('div')[sink] = '<b>bold</b>'
        }),
        request: await attempt(() => fetch('https://elsewhere.example/')),
      }
    })
    expect(outcome).toEqual({ markup: 'refused', request: 'refused' })
  })
})

test('the policy stands in the page itself, before anything that loads', async ({ page, request }) => {
  const html = await (await request.get('/')).text()
  const policy = html.indexOf('http-equiv="Content-Security-Policy"')
  expect(policy).toBeGreaterThan(0)
  for (const tag of ['<script', '<link', '<style']) {
    const at = html.indexOf(tag)
    expect(at === -1 || at > policy, `${tag} after the policy`).toBe(true)
  }
  await openStory(page, 'events/us-official-comment/')
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute(
    'content',
    /default-src 'none'.*require-trusted-types-for 'script'/,
  )
})
