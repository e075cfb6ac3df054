import { runAction } from './shell/action/run.js'

process.exitCode = await runAction(process.env)
