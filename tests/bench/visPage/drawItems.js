/**
 * How does vis-timeline draw the story? As its documentation has it: a DataSet, clustering on, stacked, and fitted to
 * its items (its defaults). Giving it the window instead would spare it the fitting, but with clustering 8.5.4 then
 * leaves its clusters or all of itself out of sight. `?width= &height=` say how large it is, px.
 */
import { DataSet, Timeline } from './package/standalone/esm/vis-timeline-graph2d.min.mjs'

const query = new URLSearchParams(location.search)
const read = (name) => Number(query.get(name))

const container = document.getElementById('timeline')
container.style.width = `${read('width')}px`

const response = await fetch('items.json')
const items = new DataSet(await response.json())
const timeline = new Timeline(container, items, {
  height: read('height'),
  cluster: { titleTemplate: '{count} events' },
})

// Asked by the benchmark between measurements.
globalThis.visTimeline = timeline
