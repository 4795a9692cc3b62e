/** One part of the page falls: it says so, and the rest goes on working. */
import { addressOfPart } from './builtFiles.ts'
import { official, relay } from './namedEvents.ts'
import { chip, details, detailsHeading, expectAddress, mark, openStory, countWords } from './pageParts.ts'
import { expect, test } from './reader.ts'

/** What the console says of a part that does not come. */
const missing = [/ERR_FAILED/, /Failed to fetch dynamically imported module/]

test.describe('the details throw', () => {
  test.use({ expectedErrors: [/a fault in the details/] })

  test('the timeline, the filters and the address are kept', async ({ page }) => {
    await page.route(addressOfPart('src/app/EventDetails.tsx'), (route) =>
      route.fulfill({ contentType: 'text/javascript', body: `throw new Error('a fault in the details')` }),
    )
    await openStory(page, '?actor=gigazine')
    await mark(page, relay.title).click()
    const fault = page.getByRole('alert')
    await expect(fault).toContainText('The details of this event could not be shown.')
    await expect(fault).toContainText('a fault in the details')
    await expectAddress(page, `events/${relay.id}/?actor=gigazine`)
    await chip(page, 'Anthropic').click()
    await expect(countWords(page, /^\d+ of 21 events$/)).toBeVisible()
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
    await expect.poll(() => page.url()).toContain('window=')
    await page.goBack()
    await expectAddress(page, `events/${relay.id}/?actor=gigazine`)
    await page.goBack()
    await expect(fault).toHaveCount(0)
  })
})

test.describe('the details do not arrive', () => {
  test.use({ expectedErrors: [missing, { scope: 'test' }] })

  test('Try again fetches them again', async ({ page }) => {
    let isBroken = true
    await page.route(addressOfPart('src/app/EventDetails.tsx'), (route) =>
      isBroken ? route.abort() : route.continue(),
    )
    await openStory(page)
    await mark(page, official.title).click()
    await expect(page.getByRole('alert')).toContainText('The details of this event could not be shown.')
    isBroken = false
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
    await expect(detailsHeading(page, official.title)).toBeVisible()
  })

  test('they can be closed all the same', async ({ page }) => {
    await page.route(addressOfPart('src/app/EventDetails.tsx'), (route) => route.abort())
    await openStory(page, `events/${official.id}/`)
    await expect(page.getByRole('alert')).toContainText('could not be shown')
    await details(page).getByRole('button', { name: 'Close' }).click()
    await expectAddress(page, '')
    await expect(mark(page, official.title)).toBeVisible()
  })
})

test.describe('the list throws', () => {
  test.use({ expectedErrors: [/a fault in the list/] })

  test('the timeline is one press away', async ({ page }) => {
    await page.route(addressOfPart('src/app/ListView.tsx'), (route) =>
      route.fulfill({ contentType: 'text/javascript', body: `throw new Error('a fault in the list')` }),
    )
    await openStory(page, '?view=list')
    await expect(page.getByRole('alert')).toContainText('The list could not be shown.')
    await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Timeline' }).click()
    await expect(mark(page, official.title)).toBeVisible()
  })
})

for (const part of ['app/OverviewView.tsx', 'app/Below.tsx', 'ui/timeline/gestures.ts']) {
  test.describe(`the part ${part} does not arrive`, () => {
    test.use({ expectedErrors: [missing, { scope: 'test' }] })

    test('the timeline works without it', async ({ page }) => {
      await page.route(addressOfPart(`src/${part}`), (route) => route.abort())
      await openStory(page)
      await mark(page, official.title).click()
      await expect(detailsHeading(page, official.title)).toBeVisible()
    })
  })
}
