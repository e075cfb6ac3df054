export interface Notice {
  readonly level: 'info' | 'warning' | 'error'
  readonly code: string
  readonly message: string
}
