/**
 * Text for the log of a runner, which acts on what it reads there: `::command::` at the start of a line and the older
 * `##[command]` anywhere in one. Both are broken up visibly; text of scanners must not give commands.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export const commandSafe = (text: string): string =>
  text.replace(/^(\s*):(?=:)/gm, '$1\\u{3a}').replaceAll('##[', '#\\u{23}[')
