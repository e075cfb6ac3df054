import { statSync } from 'node:fs'

/** What takes minutes with all cases, the longest first: begun last, one of them would keep one core busy and the other idle. */
const LONGEST = ['properties/places-with-git/', 'properties/whole-gate/', 'e2e/faults-killed.', 'action/facts/change.']

const rank = ({ path }) => {
  const index = LONGEST.findIndex(part => path.includes(`/__tests__/${part}`))
  return index === -1 ? LONGEST.length : index
}

/** The order in which Jest starts files of tests: the same on each machine, whatever it remembers of runs before. */
export default class LongestFirst {
  sort(tests) {
    const sized = [...tests].map(test => ({ test, rank: rank(test), size: statSync(test.path).size }))
    return sized.sort((a, b) => a.rank - b.rank || b.size - a.size).map(({ test }) => test)
  }

  /** Of `--onlyFailures`: nothing is remembered, so all are run. */
  allFailedTests(tests) {
    return tests
  }

  cacheResults() {}
}
