import { createRequire as createRequire__ } from 'node:module'
const require = createRequire__(import.meta.url)
import {
  ConfigurationError
} from "./part-chunk-N7VFL56R.js";

// src/core/decision/undecided.ts
var undecidedBy = (error, asked) => ({
  schemaVersion: 2,
  ...asked,
  problems: problemsOf(error)
});
var problemsOf = (error) => error instanceof ConfigurationError ? error.problems.map(({ place, message, hint }) => ({
  kind: "configuration",
  path: place?.path ?? null,
  line: place?.line ?? null,
  column: place?.column ?? null,
  message,
  hint
})) : [{ kind: "internal", path: null, line: null, column: null, message: INTERNAL, hint: null }];
var INTERNAL = "An internal error; its text is in the log";

export {
  undecidedBy
};
