import { type AnnotationMode, type Annotations, renderAnnotations } from '../../core/reports/annotations.js'
import { ANNOTATIONS_PER_RUN } from '../../core/reports/ground/limits.js'
import type { GateResult } from '../../gate/gate.js'

/**
 * Annotations at the lines of the head: a check run stands on the head, and what is scanned is often a trial merge, in
 * which the base has moved lines and files. Only those that are shown are looked up.
 */
export async function annotationsOf(
  { decision, scanned }: Pick<GateResult, 'decision' | 'scanned'>,
  mode: AnnotationMode
): Promise<Annotations> {
  const { onHead, readSource } = scanned
  const first = renderAnnotations(decision, mode, readSource)
  if (onHead === null || first.total === 0) return first
  const paths = new Set(first.worst.slice(0, ANNOTATIONS_PER_RUN).map(({ path }) => path))
  return renderAnnotations(decision, mode, readSource, await onHead([...paths]))
}
