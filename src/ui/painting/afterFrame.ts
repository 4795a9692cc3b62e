/**
 * What can wait until the frame that is being made is handed on: a task of its own, right after the one in which a step
 * of a gesture is taken, styled and laid out. A worker that is woken before runs beside that on the same few cores,
 * and often in its place.
 */

const due: (() => void)[] = []
/** A message to itself; a timer would come a millisecond later. */
let bell: MessagePort | null = null

/** @param run called once, in the order of asking */
export function afterFrame(run: () => void): void {
  bell ??= openBell()
  if (due.push(run) === 1) bell.postMessage(null)
}

function openBell(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    for (const run of due.splice(0)) run()
  }
  return port2
}
