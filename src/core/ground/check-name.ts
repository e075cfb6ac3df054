/** Name of the check run, and of the gate in its comments, where the input `check-name` says no other. */
export const DEFAULT_CHECK_NAME = 'Policy gate'
