import type { LabelFacts } from '../../core/exceptions/approval/approval-facts.js'
import type { ListedLabelEvent, PullHistory } from '../../github/objects.js'

/**
 * Labels as approvals see them. GraphQL knows the id of a label, which tells one from a later one of the same name;
 * REST knows the name that it had when it was set, and whether an app acted. An event that only one knows confirms
 * nothing: it counts as an app's.
 */
export function toLabelFacts(history: PullHistory, events: readonly ListedLabelEvent[]): LabelFacts {
  const byNode = new Map(events.map(event => [event.nodeId, event]))
  return {
    current: history.labels,
    events: history.labelEvents.map(({ nodeId, action, label, labelId, actor, at }) => {
      const told = byNode.get(nodeId)
      return { action, label: told?.label ?? label, labelId, actor, viaApp: told?.viaApp ?? true, at }
    })
  }
}
