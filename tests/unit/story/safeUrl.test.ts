/* oxlint-disable no-script-url -- hostile addresses are what is tested here */
/** Which addresses pass the gate, and what does a refused one say? */
import { describe, expect, it } from 'vitest'
import { gateUrl } from '../../../src/core/story/safeUrl.ts'

describe('an address passes', () => {
  it.each([
    ['https://www.example.org/a?b=c#d', 'https://www.example.org/a?b=c#d', 'www.example.org'],
    ['  http://example.org  ', 'http://example.org/', 'example.org'],
    ['HTTPS://EXAMPLE.org/Path', 'https://example.org/Path', 'example.org'],
    ['https://example.org:8443/', 'https://example.org:8443/', 'example.org:8443'],
    ['https://example.org/日本', 'https://example.org/%E6%97%A5%E6%9C%AC', 'example.org'],
  ])('%s', (text, url, host) => {
    expect(gateUrl(text)).toEqual({ kind: 'safe', url, host })
  })

  it('with the real host where letters only look Latin', () => {
    expect(gateUrl('https://аррӏе.com/')).toMatchObject({ kind: 'safe', host: 'xn--80ak6aa92e.com' })
  })

  it('with the real host where a back slash hides it', () => {
    expect(gateUrl('https://evil.example\\@good.example/')).toMatchObject({ host: 'evil.example' })
  })
})

describe('an address is refused', () => {
  it.each([
    ['javascript:alert(1)', 'Only https: and http: addresses are followed, and this one is javascript:'],
    [
      'JaVaScRiPt://example.org/%0aalert(1)',
      'Only https: and http: addresses are followed, and this one is javascript:',
    ],
    [
      'data:text/html,<script>1</script>',
      'Only https: and http: addresses are followed, and this one is data:',
    ],
    ['vbscript:x', 'Only https: and http: addresses are followed, and this one is vbscript:'],
    ['blob:https://example.org/1', 'Only https: and http: addresses are followed, and this one is blob:'],
    ['file:///etc/hosts', 'Only https: and http: addresses are followed, and this one is file:'],
    ['java\nscript:alert(1)', 'The address contains control characters.'],
    ['java\tscript:alert(1)', 'The address contains control characters.'],
    ['\u0001javascript:alert(1)', 'The address contains control characters.'],
    ['https://exa\nmple.org/', 'The address contains control characters.'],
    [
      'https://good.example@evil.example/',
      'The address carries a user name or password, which can disguise its host.',
    ],
    [
      'https://:secret@example.org/',
      'The address carries a user name or password, which can disguise its host.',
    ],
    ['//example.org/', 'The address is not complete; it has to begin with https:// or http://.'],
    ['/etc', 'The address is not complete; it has to begin with https:// or http://.'],
    ['', 'The address is not complete; it has to begin with https:// or http://.'],
    ['https://', 'The address is not complete; it has to begin with https:// or http://.'],
  ])('%j', (text, reason) => {
    expect(gateUrl(text)).toEqual({ kind: 'refused', text: text.trim(), reason })
  })

  it('when it is longer than 2,000 characters, and shown shortened', () => {
    const link = gateUrl(`https://example.org/${'x'.repeat(2000)}`)
    expect(link).toMatchObject({ kind: 'refused', reason: 'The address is longer than 2,000 characters.' })
    expect(link.kind === 'refused' && link.text).toHaveLength(2000)
  })
})
