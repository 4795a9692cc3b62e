/** Light and dark: the system's choice until the reader makes one, which is then kept. */
import { openStory } from './pageParts.ts'
import { expect, paper, test } from './reader.ts'

test('the reader turns the lights off, and they stay off', async ({ page }) => {
  await openStory(page)
  await expect(page.locator('html')).toHaveCSS('background-color', paper.light)
  await page.getByRole('button', { name: 'Dark theme' }).click()
  await expect(page.locator('html')).toHaveCSS('background-color', paper.dark)
  await page.reload()
  await expect(page.locator('html')).toHaveCSS('background-color', paper.dark)
  await page.getByRole('button', { name: 'Light theme' }).click()
  await expect(page.locator('html')).toHaveCSS('background-color', paper.light)
  await page.reload()
  await expect(page.locator('html')).toHaveCSS('background-color', paper.light)
})

test('without a choice the system decides, and may change its mind', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openStory(page)
  await expect(page.locator('html')).toHaveCSS('background-color', paper.dark)
  await expect(page.getByRole('button', { name: 'Light theme' })).toBeVisible()
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.locator('html')).toHaveCSS('background-color', paper.light)
  await expect(page.getByRole('button', { name: 'Dark theme' })).toBeVisible()
})
