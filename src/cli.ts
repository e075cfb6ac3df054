#!/usr/bin/env node
import { runCommandLine, tellError } from './cli/command-line.js'
import { processTerminal } from './cli/terminal.js'

// Without this, Node ends with 1 on what nobody caught, and 1 means that the verdict is block.
process.on('uncaughtException', error => process.exit(tellError(error, processTerminal())))
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal())
