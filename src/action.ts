import { runAction } from './action/run.js'
import { toolkitRunner } from './action/toolkit.js'

process.exitCode = await runAction(toolkitRunner(process.env))
