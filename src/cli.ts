#!/usr/bin/env node
import { runCommandLine } from './shell/command-line.js'
import { processTerminal } from './shell/terminal.js'

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal())
