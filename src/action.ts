import './shell/command-line.js'
