/** Loaded before a measured program: at its exit, leaves what it used in the file that the environment names. */
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  require('node:fs').writeFileSync(
    process.env.BENCH_USAGE,
    JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak: (maxRSS * 1024) / 1e6 })
  )
})
