import { expect, test } from 'vitest'
import { missingPosts } from './needed-posts.ts'

test.each([
  [[], ['head', 'leader-in-charge', 'focal-officer']],
  [['head', 'focal-officer'], ['leader-in-charge']],
  [['acting-head', 'leader-in-charge', 'leader-in-charge', 'focal-officer'], []],
  [['clerk'], ['head', 'leader-in-charge', 'focal-officer']],
])('with %j recorded, %j are missing', (held, missing) => {
  expect(missingPosts(held)).toEqual(missing)
})
